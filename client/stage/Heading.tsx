import type { CSSProperties, ReactNode } from 'react'
import { asksOf } from '../../shared/domain/phases/asked.ts'
import { usePhase } from '../session/useDocument.ts'
import type { Shown } from '../shown/shown.ts'
import { paged } from './paged.ts'
import { useScreenWords } from './words.ts'

/** What is asked now, in the coach's words or the standard ones, and beside it what is to be counted. */
export const Heading = ({
  shown,
  aside,
  beside = false,
}: {
  shown: Shown
  aside?: ReactNode /** Of all its lines. */
  beside?: boolean
}) => {
  const w = useScreenWords()
  const { heading, kind } = shown
  const phase = usePhase()
  return (
    <header
      key={heading?.size}
      className={beside ? 'stage-heading stage-heading-beside' : 'stage-heading'}
      style={{ '--heading': heading?.size ?? 5 } as CSSProperties}
    >
      <h2>{heading?.text ?? (kind === null || phase === null ? '' : w.prompts[asksOf(phase)])}</h2>
      {aside === undefined || aside === null ? null : <div className="stage-aside">{aside}</div>}
    </header>
  )
}

/** '41 ideeën · blad 2 van 4'. */
export const Total = ({ said, shown }: { said: string; shown: Shown }) => {
  const w = useScreenWords()
  return <p>{paged(shown) ? `${said} · ${w.page(shown.page + 1, shown.pages)}` : said}</p>
}
