import { useSharedWords } from '../parts/words.ts'
import { OwnTexts } from '../phone/OwnTexts.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { begun } from './begun.ts'
import { useLaterWords } from './laterWords.ts'

/** What was begun here and has no form any more, to be read and copied. What was for the coaches alone stays folded: nobody who looks along reads
 *  it. `stands`: what the page shows elsewhere; `refused`: what came back. */
export const Unsent = ({
  heading,
  stands = [],
  refused = [],
}: {
  heading: string
  stands?: readonly string[]
  refused?: readonly string[]
}) => {
  const w = useLaterWords()
  const { board } = useSharedWords()
  const { plein, role } = useSession()
  const all = begun(plein, role).map(({ text, who, day, card }) => {
    const given = board.commitment({ who: who || null, by: null, ...(day === '' ? {} : { day }) })
    return { said: [text, given].filter((part) => part !== '').join('\n'), card }
  })
  const texts = [...refused, ...all.flatMap(({ said, card }) => (card || stands.includes(said) ? [] : [said]))]
  const cards = all.flatMap(({ said, card }) => (card ? [said] : []))
  return (
    <>
      {texts.length === 0 ? null : <OwnTexts heading={heading} texts={texts} />}
      {cards.length === 0 ? null : (
        <details className="group">
          <summary>{w.cards.heading}</summary>
          <OwnTexts heading={heading} texts={cards} />
        </details>
      )}
    </>
  )
}
