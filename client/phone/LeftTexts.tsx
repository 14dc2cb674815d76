import { useMine } from '../session/useMine.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { Unsent } from '../writing/Unsent.tsx'
import { OwnTexts } from './OwnTexts.tsx'

/** What was written here and can go nowhere any more, and what was begun. */
export const LeftTexts = () => {
  const w = useLaterWords()
  const texts = useMine().lines.map(({ text }) => text)
  return (
    <>
      {texts.length === 0 ? null : <OwnTexts heading={w.closed.left} texts={texts} />}
      <Unsent heading={w.own.state.refused} stands={texts} />
    </>
  )
}
