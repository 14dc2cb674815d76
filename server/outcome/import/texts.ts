/** What people wrote passes the gate that it passed when it was written: how long, and which characters. */
import type { Refusal } from '../../../shared/domain/refusals.ts'
import { type Checked, checkName, checkText } from '../../../shared/text/check.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import type { Outcome } from '../schema.ts'

type Check = (raw: string) => Checked
const text =
  (maximum: number): Check =>
  (raw) =>
    checkText(raw, maximum)
const name =
  (maximum: number): Check =>
  (raw) =>
    checkName(raw, maximum)

const [idea, moment] = [text(lengths.idea), name(lengths.name)]

function* textsOf(outcome: Outcome): Generator<[pointer: string, text: string | null, check: Check]> {
  const { plein, chain, clusters, rounds, phases, commitments } = outcome
  yield ['/plein/title', plein.title, name(lengths.title)]
  for (const [at, one] of plein.perspectives.entries()) yield [`/plein/perspectives/${at}`, one, name(lengths.name)]
  for (const [at, one] of chain.entries()) yield [`/chain/${at}/text`, one.text, text(lengths.framing)]
  for (const [at, one] of clusters.entries()) yield [`/clusters/${at}/name`, one.name, name(lengths.cluster)]
  for (const list of ['ideas', 'commitments', 'closing', 'checkin', 'questions', 'proposals', 'conditions'] as const)
    for (const [at, one] of outcome[list].entries()) yield [`/${list}/${at}/text`, one.text, idea]
  for (const [at, one] of commitments.entries()) {
    yield [`/commitments/${at}/who`, one.who, moment]
    yield [`/commitments/${at}/by`, one.by, moment]
  }
  yield ['/word', outcome.word, text(lengths.word)]
  for (const [at, one] of phases.entries()) {
    yield [`/phases/${at}/title`, one.title, name(lengths.title)]
    yield [`/phases/${at}/prompt`, one.prompt, text(lengths.prompt)]
  }
  for (const [at, one] of rounds.entries()) {
    yield [`/rounds/${at}/question`, one.question, text(lengths.question)]
    for (const [place, item] of one.items.entries()) yield [`/rounds/${at}/items/${place}/name`, item.name, name(lengths.cluster)]
    for (const [place, group] of (one.result?.perspectives ?? []).entries())
      yield [`/rounds/${at}/result/perspectives/${place}/perspective`, group.perspective, name(lengths.name)]
  }
}

/** `null`: each is as this server would have kept it. */
export const unfitText = (outcome: Outcome): { pointer: string; refusal: Refusal | null } | null => {
  for (const [pointer, raw, check] of textsOf(outcome)) {
    if (raw === null) continue
    const checked = check(raw)
    if (!checked.ok) return { pointer, refusal: checked.refusal }
    if (checked.text !== raw) return { pointer, refusal: null }
  }
  return null
}
