/** How the command is called. */
import { randomInt } from 'node:crypto'
import { onlyWith, options, WrongCall, whole } from '../players/call.ts'

export const usage =
  'npm run secrecy -- [wire|order|votes|files|all] [--sessions N] [--seats N] [--seed S] [--minutes M] [--json] [--planted | --database FOLDER]'

const parts = ['all', 'wire', 'order', 'votes', 'files'] as const
export type Part = (typeof parts)[number]
export type Call = {
  only: Part
  sessions: number
  seats: number
  seed: number
  minutes: number
  json: boolean
  planted: boolean
  database: string | null
}

/** Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const { values, positionals } = options({
    args,
    allowPositionals: true,
    options: {
      sessions: { type: 'string' },
      seats: { type: 'string' },
      seed: { type: 'string' },
      minutes: { type: 'string' },
      json: { type: 'boolean', default: false },
      planted: { type: 'boolean', default: false },
      database: { type: 'string' },
    },
  })
  const only = parts.find((name) => name === (positionals[0] ?? 'all'))
  if (only === undefined || positionals.length > 1) throw new WrongCall(`Name one part: ${parts.join(', ')}.`)
  const { database, planted } = values
  if (database !== undefined) onlyWith('--database', ['database', 'json'], values)
  else if (planted) onlyWith('--planted', ['planted', 'seed', 'json'], values)
  else if (only !== 'all' && only !== 'files') onlyWith(only, ['sessions', 'seed', 'minutes', 'json'], values)
  if (positionals.length > 0 && (planted || database !== undefined))
    throw new WrongCall(`There are no parts with ${planted ? '--planted' : '--database'}: leave "${only}" out.`)
  if (database === '') throw new WrongCall('--database must be followed by a folder.')
  const sessions = whole('sessions', values.sessions ?? '500', 1)
  const readsFiles = database === undefined && !planted && (only === 'all' || only === 'files')
  if (readsFiles && sessions < 2)
    throw new WrongCall('--sessions must be at least 2 for files: what tells most in one half of them is judged on the other half.')
  return {
    only,
    sessions,
    seats: whole('seats', values.seats ?? '30', 3),
    seed: values.seed === undefined ? randomInt(2 ** 31) : whole('seed', values.seed, 0),
    minutes: whole('minutes', values.minutes ?? '30', 1),
    json: values.json,
    planted,
    database: database ?? null,
  }
}
