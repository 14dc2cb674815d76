import '../styles/dayAfter.css'
import { useBlog } from '../blog/useBlog.ts'
import { useStrange, Writing } from '../blog/Writing.tsx'
import { useDayAfterWords } from '../blog/words.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useText } from '../session/useText.ts'
import { Flap } from './Flap.tsx'

/** While the owner lets coaches write along. It is not published yet, so where the room sees this device it stands behind a flap. */
export const BlogAtDesk = () => {
  const shared = useSession().hello?.documents['text/blog'] !== undefined
  return shared ? (
    <Flap>
      <Along />
    </Flap>
  ) : null
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
