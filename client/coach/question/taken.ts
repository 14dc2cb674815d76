import { distinct } from '../../../shared/domain/framings/sources.ts'
import type { Contribution, Source } from '../../../shared/domain/state.ts'
import { keepDraft } from '../../session/drafts.ts'
import { useEntries } from '../../session/useDocument.ts'
import { useFormDraft } from '../../session/useFormDraft.ts'
import { useDesk } from '../desk.ts'

/** Where the wording in the form was taken from, for as long as it stands there. */
export type Taken = {
  /** A shared proposal or question: participants are its authors. */
  proposal: { id: string; as: Contribution } | null
  sources: Source[]
  /** It was put there from another sheet: the form waits to be looked at. */
  asks?: true
}

const name = 'framing-from'
export const useTaken = (): [Taken, (taken: Taken | null) => void, () => Taken | null] => {
  const [taken, keep, latest] = useFormDraft<Taken>(useDesk().plein, name)
  const merged = useEntries('desk', 'merged')
  if (taken === null) return [{ proposal: null, sources: [] }, keep, latest]
  return [{ ...taken, sources: distinct(taken.sources.map((source) => heirIn(merged, source))) }, keep, latest]
}
/** A group that another coach merged meanwhile is chosen as what it became. */
const heirIn = (merged: ReadonlyMap<string, string>, source: Source): Source => {
  if (source.kind !== 'cluster') return source
  let { id } = source
  for (let into = merged.get(id); into !== undefined; into = merged.get(id)) id = into
  return { kind: 'cluster', id }
}

/** Fills in the form on the sheet of the question and goes there. Adopting is another tap, there. */
export const useTakeTo = (): ((words: string, taken: Omit<Taken, 'asks'>) => void) => {
  const { plein, open } = useDesk()
  return (words, taken) => {
    keepDraft(plein, 'framing', words)
    keepDraft(plein, name, JSON.stringify({ ...taken, asks: true } satisfies Taken))
    open('question')
  }
}
