/** An author says whether the name of its group carries an own idea. No event but the move of one that is taken out: an answer in the log would
 *  tell what became of the name before coaches are told anything. */
import { checkName } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { unseen } from '../clusters/authors.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide, type Ledger } from '../decision.ts'
import { ownIdea } from '../ideas/key.ts'
import { refuse } from '../refusals.ts'
import type { Plein } from '../state.ts'
import type { NameAnswer } from './answer.ts'
import { rowOf } from './row.ts'

export const verify: Decide<CommandOf<'cluster.verify'>> = (plein, actor, command, world) => {
  const own = ownIdea(plein, command.key, world)
  if (!own.ok) return own
  const { idea } = own
  const hidden = unseen(plein, command.cluster)
  if (hidden) return refuse(hidden)
  const cluster = plein.clusters.get(command.cluster)
  if (!cluster?.asked) return refuse({ code: 'name-not-asked', cluster: command.cluster })
  if (cluster.name !== command.name) return refuse({ code: 'cluster-renamed', cluster: cluster.id, name: cluster.name })
  const row = rowOf(world.hash(command.key), cluster.id)
  const before = plein.names.get(row)
  if (command.answer === 'out' && before?.answer === 'out' && idea.cluster !== cluster.id) return accept([])
  if (idea.cluster !== cluster.id) return refuse({ code: 'idea-elsewhere', cluster: cluster.id })
  let words: string | null = null
  if (command.answer === 'words') {
    if (actor.muted) return refuse({ code: 'muted' })
    const named = checkName(command.words ?? '', lengths.cluster)
    if (!named.ok) return refuse(named.refusal)
    words = named.text
  }
  if (before?.answer === command.answer && before.words === words && command.answer !== 'out') return accept([])
  const said: NameAnswer = {
    cluster: cluster.id,
    answer: command.answer,
    words,
    heard: before?.heard ?? null,
    counted: before?.counted ?? null,
    gone: false,
  }
  const out = command.answer === 'out' ? [{ type: 'idea.placed' as const, idea: idea.id, from: cluster.id, cluster: null }] : []
  return accept(out, {}, [{ keep: 'name', row, said }])
}

/** Whether its author is still to be asked: by whoever shows the key. */
export const asksAbout = (plein: Plein, hash: string, cluster: string | null): boolean =>
  cluster !== null && plein.clusters.get(cluster)?.asked === true && !plein.names.has(rowOf(hash, cluster))

/** With an idea go the words about its group. Its answer leaves the figures only with the next ones, or the difference would be the answer. */
export const withdrawNames = (plein: Plein, hash: string): Ledger[] =>
  [...(plein.namesOf.get(hash) ?? [])].flatMap((row): Ledger[] => {
    const said = plein.names.get(row)
    return said ? [{ keep: 'name', row, said: { ...said, words: null, heard: null, gone: true } }] : []
  })
