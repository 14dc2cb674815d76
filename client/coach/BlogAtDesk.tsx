import { useState } from 'react'
import '../styles/dayAfter.css'
import { useBlog } from '../blog/useBlog.ts'
import { useStrange, Writing } from '../blog/Writing.tsx'
import { useDayAfterWords } from '../blog/words.ts'
import { Notice } from '../parts/Notice.tsx'
import { useProse, useSession } from '../session/SessionProvider.tsx'
import { useText } from '../session/useText.ts'
import { Button } from './Action.tsx'
import { Flap } from './Flap.tsx'

/** While the owner lets coaches write along. It is not published yet, so where the room sees this device it stands behind a flap. */
export const BlogAtDesk = () => {
  const { hello } = useSession()
  if (hello === null) return null
  if (hello.documents['text/blog'] === undefined) return <Left />
  return (
    <Flap>
      <Along />
    </Flap>
  )
}

/** What was typed here and did not come in before the owner wrote alone again: it stands nowhere else. */
const Left = () => {
  const w = useDayAfterWords()
  const prose = useProse()
  const [left, setLeft] = useState(() => prose.left('text/blog', 'text'))
  const drop = (words: string) => {
    prose.drop('text/blog', 'text', words)
    setLeft(prose.left('text/blog', 'text'))
  }
  return left.length === 0 ? null : (
    <Flap>
      <section className="blog-writing">
        <h2>{w.labelCoach}</h2>
        <p>{w.together.left}</p>
        {left.map((words) => (
          <Notice key={words}>
            <p className="said" translate="no">
              {words}
            </p>
            <Button onPress={() => drop(words)}>{w.together.wipe}</Button>
          </Notice>
        ))}
      </section>
    </Flap>
  )
}

const Along = () => {
  const w = useDayAfterWords()
  const field = useText('text/blog')
  const { told } = useBlog()
  const strange = useStrange(field.text, told)
  return (
    <section className="blog-writing">
      <h2>{w.labelCoach}</h2>
      <p className="help">{w.together.coach}</p>
      <Writing field={field} told={told} label={w.labelCoach} strange={strange} />
    </section>
  )
}
