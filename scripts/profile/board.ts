/** What one command of each sort costs the room, on boards of every size: a ratio, because microseconds do not travel. */
import { setImmediate as breathe } from 'node:timers/promises'
import { sentence } from '../../client/words/sentence.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import { createRoom } from '../../server/live/room.ts'
import { find } from '../../server/live/sealing.ts'
import type { Store } from '../../server/store/contract.ts'
import { timers } from '../../server/timers.ts'
import { loadedFrom, silent, world } from './desk.ts'
import { type Filled, fill, type Sort, sorts } from './filled.ts'

const times = 300

/** Microseconds of CPU for one command that has a turn of its own. */
const cost = async (on: Filled, { command }: Sort): Promise<number> => {
  const commands = Array.from({ length: times }, (_, time) => command(on, time))
  const before = process.cpuUsage()
  for (const [who, asked] of commands) await on.room.command(who, world.id(), asked)
  await breathe()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

const reopen = async ({ log }: Filled): Promise<number> => {
  const store = {
    load: async () => loadedFrom(log),
  }
  const parts = { store: store as unknown as Store, vault: memoryVault(), world, timers, limits: defaultLimits, log: silent, say: sentence }
  const before = process.cpuUsage()
  const found = await find('plein', parts)
  const outlet = { frame: () => undefined, renamed: () => undefined, turned: () => undefined, notice: () => undefined }
  createRoom('plein', found!, { ...parts, acts: {} as Parameters<typeof createRoom>[2]['acts'] }, outlet).close()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Prints a table. `sizes`: ideas on the board. */
export const commandCosts = async (sizes: readonly number[]): Promise<void> => {
  const columns: { costs: number[]; opening: number; events: number }[] = []
  // Once for nothing, so that the first size does not pay for the compiler.
  for (const size of [sizes[0]!, ...sizes]) {
    const on = await fill(size)
    const costs: number[] = []
    for (const sort of sorts) costs.push(await cost(on, sort))
    columns.push({ costs, opening: await reopen(on), events: on.log.length })
    on.room.close()
  }
  columns.shift()
  const row = (name: string, values: readonly number[], unit: string): string => {
    const [first = 1] = values
    const told = values.map((value) => `${value.toFixed(0).padStart(8)} ${unit} (${(value / first).toFixed(1)})`)
    return `  ${name.padEnd(18)}${told.join('')}`
  }
  console.log(`CPU of one command in a turn of its own, on ${sizes.join(', ')} ideas (times the first)`)
  for (const [place, { name }] of sorts.entries())
    console.log(
      row(
        name,
        columns.map(({ costs }) => costs[place]!),
        'µs',
      ),
    )
  console.log(
    row(
      'reopening',
      columns.map(({ opening }) => opening),
      'ms',
    ),
  )
  console.log(
    row(
      'of so many events',
      columns.map(({ events }) => events),
      '  ',
    ),
  )
}
