import { useSharedWords } from '../parts/words.ts'
import { useFramings } from '../session/useDocument.ts'
import { Folded } from './Folded.tsx'

/** The way of the question, drawn when somebody asks for it. */
export const Path = () => {
  const shared = useSharedWords()
  const links = useFramings().length
  return links < 2 ? null : <Folded name="path" summary={shared.chain.heading} draw={(come) => <come.Chain folded />} />
}
