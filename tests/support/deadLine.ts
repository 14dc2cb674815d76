/** A network between browser and server whose lines die without a word. */
import { onTestFinished } from 'vitest'
import { type Network, network } from '../../scripts/players/network.ts'

export const deadLine = async (port: number): Promise<Network> => {
  const between = await network(port)
  onTestFinished(between.close)
  return between
}
