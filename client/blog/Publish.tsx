import { useRef, useState } from 'react'
import { blocksOf, saysSomething, tooLong } from '../../shared/blog/blocks.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useLaterSharedWords } from '../parts/laterWords.ts'
import { Notice } from '../parts/Notice.tsx'
import { saveFile } from '../parts/saveFile.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { usePlein } from '../session/useDocument.ts'
import { useLatest } from '../session/useLatest.ts'
import type { TextField } from '../session/useText.ts'
import { Preview } from './Preview.tsx'
import type { Published, Told, useBlog } from './useBlog.ts'
import { useDayAfterWords } from './words.ts'

type Blog = ReturnType<typeof useBlog>
type Wrong = { code: string | null; message: string | null; quotes: string[] }

/** Why it cannot leave yet; `null`: it can. */
const useWhy = (field: TextField, told: Told | null, strange: readonly string[]): string | null => {
  const { why } = useDayAfterWords()
  if (!saysSomething(blocksOf(field.text))) return why.empty
  if (tooLong(field.text)) return why.tooLong
  if (strange.length > 0) return why.strange
  if (told?.ready !== true) return why.notYet
  return field.live && field.saved ? null : why.saving
}

/** Reading it over, publishing it and taking it back; or keeping it as a file. */
export const Publish = ({ field, blog, strange }: { field: TextField; blog: Blog; strange: readonly string[] }) => {
  const w = useDayAfterWords()
  const { date, time } = useLaterSharedWords()
  const { plein, token } = useSession()
  const facts = usePlein()
  const { told, setTold, ask } = blog
  const why = useWhy(field, told, strange)
  /** The words that are being read over. */
  const [reading, setReading] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [publishedWords, setPublishedWords] = useState<string | null>(null)
  const [gone, setGone] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  const words = useLatest(field.text)
  if (told === null || facts === null) return null
  const { published } = told
  const doing = async <T,>(deed: () => Promise<{ ok: true; body: T } | ({ ok: false } & Wrong)>, then: (body: T) => void) => {
    setBusy(true)
    const asked = await deed()
    setBusy(false)
    setWrong(asked.ok ? null : asked)
    if (asked.ok) then(asked.body)
    // Somebody was typing: what stands there now has to be read before the next yes.
    else if (asked.code === 'blog-changed') setReading(words.current)
  }
  const publish = (words: string) =>
    doing(
      () => ask<Published>('POST', 'blog', { words }),
      (now) => {
        setReading(null)
        setGone(false)
        setPublishedWords(words)
        setTold({ ...told, published: now })
      },
    )
  const takeBack = () =>
    doing(
      () => ask<null>('DELETE', 'blog'),
      () => {
        setGone(true)
        // The button that was pressed goes with the page.
        said.current?.focus()
        setTold({ ...told, published: null })
      },
    )
  const keep = (format: 'html' | 'md') =>
    doing(
      async () => {
        const saved = await saveFile(
          () => fetch(`/api/v1/pleins/${plein}/blog.${format}`, { headers: { authorization: `Bearer ${token}` } }),
          `blog.${format}`,
        )
        return saved.ok ? { ok: true, body: null } : { ok: false, code: null, message: null, quotes: [] }
      },
      () => undefined,
    )
  const failure =
    wrong === null ? null : (
      <Notice tone="alarm">
        <p>{wrong.message ?? w.failed}</p>
        {wrong.quotes.length === 0 ? null : (
          <ul>
            {wrong.quotes.map((quote) => (
              <li key={quote} className="said">
                {quote}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    )
  return (
    <>
      {field.text.trim() === '' && published === null ? null : (
        <Button tone="main" why={why} onPress={() => setReading(field.text)}>
          {published === null ? w.look : w.again}
        </Button>
      )}
      {published === null ? null : (
        <Notice tone="saved">
          <p>{w.published.at(date(Date.parse(published.at)), time(Date.parse(published.at)))}</p>
          <p>
            <a href={published.address} target="_blank" rel="noreferrer">
              {published.address}
            </a>
          </p>
          {publishedWords !== null && publishedWords !== field.text ? <p>{w.published.changed}</p> : null}
        </Notice>
      )}
      <p role="status" ref={said} tabIndex={-1}>
        {gone ? w.published.gone : ''}
      </p>
      {reading === null ? failure : null}
      {published === null ? null : (
        <Button busy={busy} onPress={() => void takeBack()}>
          {w.published.takeBack}
        </Button>
      )}
      {why === null ? (
        <>
          <h4>{w.keep}</h4>
          <div className="downloads">
            {(['html', 'md'] as const).map((format) => (
              <Button key={format} busy={busy} onPress={() => void keep(format)}>
                {w.files[format]}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      <p className="help">{w.until(date(facts.retainUntil))}</p>
      {/* In a box of its own: what stands in a section is as wide as it. */}
      <div>
        {reading === null ? null : (
          <Dialog heading={w.preview.heading} close={w.preview.close} onClose={() => setReading(null)}>
            <p className="help">{w.preview.everybody}</p>
            <Preview words={reading} title={told.title} />
            {failure}
            <div className="dialog-acts">
              <Button tone="main" busy={busy} onPress={() => void publish(reading)}>
                {w.preview.publish}
              </Button>
            </div>
          </Dialog>
        )}
      </div>
    </>
  )
}
