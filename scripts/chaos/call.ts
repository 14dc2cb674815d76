/** How the command is called. */
import { onlyWith, options, WrongCall, whole } from '../players/call.ts'

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
      commands: { type: 'string' },
      kills: { type: 'string' },
      clients: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(performance.timeOrigin % 1_000_000)) },
      variant: { type: 'string', default: 'mixed' },
      backups: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  }).values

const of = ['commands', 'seed', 'variant', 'json']
/** What only some of the variants do anything with. */
const takes = (variant: Variant): readonly string[] => {
  switch (variant) {
    case 'mixed':
    case 'kill':
    case 'term':
    case 'long-poll':
      return ['clients', 'kills', 'backups']
    case 'upgrade':
      return ['clients', 'kills']
    case 'syscalls':
      return []
    default:
      return ['clients']
  }
}

/** Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const values = parsed(args)
  const variant = variants.find((one) => one === values.variant)
  if (!variant) throw new WrongCall(`There is no variant "${values.variant}".`)
  onlyWith(`the variant "${variant}"`, [...of, ...takes(variant)], values)
  return {
    variant,
    commands: whole('commands', values.commands ?? '1000', 1),
    kills: whole('kills', values.kills ?? '5', 1),
    seed: whole('seed', values.seed, 0),
    clients: whole('clients', values.clients ?? '20', 4),
    backups: values.backups,
    json: values.json,
    say: (line) => console.error(line),
  }
}
