/** What is refused over sockets, and lines that are closed: counted by name. What no page of ours ever does has a line in the log too, as a
 *  failure over HTTP has: by name and route and a mark of the network. Never a seat, never a Plein, nothing of what was in it. */
import { closes } from '../shared/wire/closes.ts'
import { createCalm } from './calm.ts'
import type { Counted } from './live/contract.ts'
import { type Log, lines } from './logs.ts'

/** An old page after an update says what is unknown; it is no attempt, and only counted. */
const attempts: ReadonlySet<string> = new Set(['not-allowed', 'bad-command'])
const closings: Readonly<Record<number, string>> = { [closes.frame]: 'bad-frame', [closes.forbidden]: 'not-allowed' }

export type Watch = (network: string) => Counted

export const createWatch = (
  counted: Counted,
  { log, now, mark }: { log: Log; now: () => number; mark: (network: string) => string },
): Watch => {
  const calm = createCalm(now, lines)
  const say = (network: string, facts: Record<string, unknown>): void => {
    if (!log.isLevelEnabled('debug') && !calm.may(network)) return
    const left = calm.left()
    log.info({ ...facts, from: mark(network), ...(left > 0 ? { left } : {}) }, 'refused')
  }
  return (network) => ({
    refused: (code, command) => {
      counted.refused(code)
      if (attempts.has(code)) say(network, { route: '/socket.io', problem: code, ...(command === undefined ? {} : { command }) })
    },
    closed: (code) => {
      counted.closed(code)
      const problem = closings[code]
      if (problem !== undefined) say(network, { route: '/yjs/:plein/:document', problem, code })
    },
  })
}
