import { useState } from 'react'
import '../styles/dayAfter.css'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useText } from '../session/useText.ts'
import { Publish } from './Publish.tsx'
import { useBlog } from './useBlog.ts'
import { useStrange, Writing } from './Writing.tsx'
import { useDayAfterWords } from './words.ts'

/** The owner's blog: three questions, what is at hand, alone or with a coach, and its page. */
export const Blog = () => {
  const w = useDayAfterWords()
  const field = useText('text/blog')
  const blog = useBlog()
  const strange = useStrange(field.text, blog.told)
  return (
    <section className="blog-writing">
      <h3>{w.heading}</h3>
      <p>{w.help}</p>
      <ol className="after-questions">
        {w.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <Writing field={field} told={blog.told} label={w.label} strange={strange} />
      <Together blog={blog} />
      <Publish field={field} blog={blog} strange={strange} />
    </section>
  )
}

/** A coach reads nothing of it before the owner presses this. */
const Together = ({ blog: { told, setTold, ask } }: { blog: ReturnType<typeof useBlog> }) => {
  const w = useDayAfterWords()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  if (told === null) return null
  const share = async (shared: boolean) => {
    setBusy(true)
    const asked = await ask<{ shared: boolean }>('PATCH', 'blog', { shared })
    setBusy(false)
    setFailed(asked.ok ? null : (asked.message ?? w.failed))
    if (asked.ok) setTold({ ...told, shared })
  }
  return (
    <div className="together">
      <p role="status">{told.shared ? w.together.both : w.together.alone}</p>
      <Button busy={busy} onPress={() => void share(!told.shared)}>
        {told.shared ? w.together.stop : w.together.share}
      </Button>
      {failed === null ? null : (
        <Notice tone="alarm">
          <p>{failed}</p>
        </Notice>
      )}
    </div>
  )
}
