/** How the command is called. */
import { options, WrongCall, whole } from '../players/call.ts'

export const variants = ['mixed', 'kill', 'term', 'long-poll', 'disk-full', 'read-only', 'slow-sync', 'syscalls', 'upgrade'] as const
export type Variant = (typeof variants)[number]
export type Call = {
  variant: Variant
  commands: number
  kills: number
  seed: number
  clients: number
  /** Makes backups all the while, and puts each back. */
  backups: boolean
  json: boolean
  say(line: string): void
}

export const usage = `npm run chaos -- [--commands N] [--kills K] [--clients N] [--seed S] [--variant ${variants.join('|')}] [--backups] [--json]`

const parsed = (args: string[]) =>
  options({
    args,
    options: {
      commands: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '5' },
      clients: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(performance.timeOrigin % 1_000_000)) },
      variant: { type: 'string', default: 'mixed' },
      backups: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  }).values

/** Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const values = parsed(args)
  const variant = variants.find((one) => one === values.variant)
  if (!variant) throw new WrongCall(`There is no variant "${values.variant}".`)
  if (values.backups && !['mixed', 'kill', 'term', 'long-poll'].includes(variant))
    throw new WrongCall(`There are no backups in the variant "${variant}".`)
  return {
    variant,
    commands: whole('commands', values.commands, 1),
    kills: whole('kills', values.kills, 0),
    seed: whole('seed', values.seed, 0),
    clients: whole('clients', values.clients, 4),
    backups: values.backups,
    json: values.json,
    say: (line) => console.error(line),
  }
}
