/** `npm run replay -- FILE [--speed N] [--phones N] [--json] [--server URL --organiser-key KEY]`: see docs/replay.md. */

import { above, called, options, WrongCall } from '../players/call.ts'
import { type OwnServer, startServer } from '../players/server.ts'
import { limitsFor } from './limits.ts'
import { playSession } from './play.ts'
import { printed } from './print.ts'
import { peopleOf, readSession, type Session } from './session.ts'

const usage = 'npm run replay -- FILE [--speed N] [--phones N] [--json] [--server URL --organiser-key KEY]'

type Call = { session: Session; speed: number; phones: number; json: boolean; server: { url: string; key: string } | null }

const callOf = (args: string[]): Call => {
  const { values, positionals } = options({
    args,
    allowPositionals: true,
    options: {
      speed: { type: 'string', default: '1' },
      phones: { type: 'string' },
      json: { type: 'boolean', default: false },
      server: { type: 'string' },
      'organiser-key': { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new WrongCall('Name one file.')
  if ((values.server === undefined) !== (values['organiser-key'] === undefined))
    throw new WrongCall('--server and --organiser-key go together.')
  const session = readSession(file)
  const people = peopleOf(session).length
  const phones = values.phones === undefined ? people : above('phones', values.phones)
  if (!Number.isInteger(phones)) throw new WrongCall('--phones must be a whole number.')
  if (phones < people) throw new WrongCall(`This session has ${people} people, so ${phones} phones are too few.`)
  const server = values.server === undefined ? null : { url: values.server.replace(/\/+$/, ''), key: values['organiser-key'] ?? '' }
  return { session, speed: above('speed', values.speed), phones, json: values.json, server }
}

const main = async (): Promise<number> => {
  const { session, speed, phones, json, server } = called(usage, callOf)
  let own: OwnServer | null = null
  try {
    own = server ? null : await startServer(limitsFor(session, phones))
    const { url, key } = server ?? (own as OwnServer)
    const report = await playSession(session, { server: url, key, speed, phones, say: (line) => console.error(line) })
    console.log(json ? JSON.stringify(report, null, 2) : printed(report))
    return report.ok ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(': ') : error)
    return 1
  } finally {
    await own?.stop()
  }
}

process.exitCode = await main()
