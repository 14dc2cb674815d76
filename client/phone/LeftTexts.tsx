import { useLaterWords } from '../writing/laterWords.ts'
import { OwnTexts } from './OwnTexts.tsx'

/** What was written here and can go nowhere any more. */
export const LeftTexts = ({ texts }: { texts: readonly string[] }) => {
  const w = useLaterWords()
  return <OwnTexts heading={w.closed.left} texts={texts} />
}
