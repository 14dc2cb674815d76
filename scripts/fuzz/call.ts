/** How the command is called. */
import { onlyWith, options, WrongCall, whole } from '../players/call.ts'

export const usage =
  'npm run fuzz -- [frames|unfinished|flood|readers|codes|timing|guided|all] [--frames N] [--seed S] [--seconds N] [--hours N] [--json]'

export type Wish = { frames: number; seed: number; seconds: number; hours: number }

const attackNames = ['frames', 'unfinished', 'flood', 'readers', 'codes', 'timing', 'guided'] as const
export type AttackName = (typeof attackNames)[number]

/** What only some of them take. */
const takes: Record<string, readonly string[]> = { frames: ['frames'], guided: ['seconds'], codes: ['hours'] }

/** Throws `WrongCall`. */
export const callOf = (args: string[]): { chosen: readonly AttackName[]; wish: Wish; json: boolean } => {
  const { values, positionals } = options({
    args,
    allowPositionals: true,
    options: {
      frames: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      seconds: { type: 'string' },
      hours: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [name = 'frames', ...more] = positionals
  const chosen = attackNames.filter((one) => name === 'all' || name === one)
  if (more.length > 0 || chosen.length === 0) throw new WrongCall(`Name one attack: ${[...attackNames, 'all'].join(', ')}.`)
  if (name !== 'all') onlyWith(name, ['seed', 'json', ...(takes[name] ?? [])], values)
  const wish = {
    frames: whole('frames', values.frames ?? '50000', 1),
    seed: whole('seed', values.seed, 0),
    seconds: whole('seconds', values.seconds ?? '1800', 1),
    hours: whole('hours', values.hours ?? '24', 1),
  }
  return { chosen, wish, json: values.json }
}
