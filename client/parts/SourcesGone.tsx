import { useLaterSharedWords } from './laterWords.ts'
import { Notice } from './Notice.tsx'

/** What the chain will not name, said before the wording is adopted. Its words are not repeated: they may have been taken back. */
export const SourcesGone = ({ sources, proposal }: { sources: number; proposal: boolean }) => {
  const w = useLaterSharedWords()
  if (sources === 0 && !proposal) return null
  return (
    <Notice tone="quiet">
      {proposal ? <p>{w.chain.proposalGone}</p> : null}
      {sources === 0 ? null : <p>{w.chain.sourcesGone(sources)}</p>}
    </Notice>
  )
}
