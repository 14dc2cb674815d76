import '../styles/dayAfter.css'
import { useSession } from '../session/SessionProvider.tsx'
import { useText } from '../session/useText.ts'
import { useBlog } from './useBlog.ts'
import { Writing } from './Writing.tsx'
import { useDayAfterWords } from './words.ts'

/** At the desk, while the owner lets coaches write along. */
export const BlogAtDesk = () => {
  const shared = useSession().hello?.documents['text/blog'] !== undefined
  return shared ? <Along /> : null
}

const Along = () => {
  const w = useDayAfterWords()
  const field = useText('text/blog')
  const { told } = useBlog()
  return (
    <section className="panel blog-writing">
      <h2>{w.labelCoach}</h2>
      <p className="help">{w.together.coach}</p>
      <Writing field={field} told={told} label={w.labelCoach} />
    </section>
  )
}
