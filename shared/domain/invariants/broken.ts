/** What must be true of every Plein between two turns, whatever happened: a net under the rules, not a second set of them. */
import type { Plein } from '../state.ts'
import type { Holds } from './holds.ts'
import { ideas } from './ideas.ts'
import { life } from './life.ts'
import { links } from './links.ts'
import { programme } from './programme.ts'
import { totals } from './totals.ts'
import { votes } from './votes.ts'

/** The rules that this state breaks, each once, by the number of `RULES.md` and in words without content. Empty: it is sound. Reads only,
 *  in one walk over everything: 3 ms of one core for 5,000 ideas and 900 ballots. Never throws. */
export const broken = (plein: Plein): string[] => {
  const found = new Set<string>()
  const holds: Holds = (rule, is) => {
    if (!is) found.add(rule)
  }
  try {
    for (const look of [life, programme, ideas, links, votes]) look(plein, holds)
    // Counting follows mergings, and need not end where they go round in a circle.
    if (found.size === 0) totals(plein, holds)
  } catch {
    found.add('the state cannot even be looked at')
  }
  return [...found]
}
