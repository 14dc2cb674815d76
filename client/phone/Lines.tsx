import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../parts/Button.tsx'
import { useLongAway } from '../parts/ConnectionLine.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { useWords } from '../session/language.ts'
import { lines as en } from '../words/lines.en.ts'
import { lines as nl } from '../words/lines.nl.ts'
import { Bar } from '../writing/Bar.tsx'
import { type Found, tryLines, verdictOf, ways } from './ways.ts'

const catalogues = { nl, en }
const address = '/verbinding'

/** For a phone on which nothing works: which line this network stops, in one sentence. It comes with the phone's page, because one that is
 *  fetched would not come. */
export const Lines = () => {
  const w = useWords(catalogues)
  const [, go] = useLocation()
  const [found, setFound] = useState<Partial<Found>>({})
  const run = useRef(0)
  const test = useCallback(() => {
    run.current += 1
    const mine = run.current
    setFound({})
    void tryLines((way, is) => {
      if (run.current === mine) setFound((before) => ({ ...before, [way]: is }))
    })
  }, [])
  useEffect(test, [test])
  const done = ways.every((way) => found[way] !== undefined)

  return (
    <main className="phone">
      <div className="phone-top phone-top-right">
        <LanguageSwitch />
      </div>
      <h1>{w.heading}</h1>
      <p role="status" className="verdict">
        {done ? w.verdict[verdictOf(found as Found)] : w.busy}
      </p>
      <dl className="lines">
        {ways.map((way) => (
          <div key={way}>
            <dt>{w.ways[way]}</dt>
            <dd>{found[way] === undefined ? w.found.waiting : found[way] ? w.found.yes : w.found.no}</dd>
          </div>
        ))}
      </dl>
      <Bar>
        <div className="thumb">
          <Button onPress={() => (history.length > 1 ? history.back() : go('/'))}>{w.back}</Button>
          <Button tone="main" busy={!done} onPress={test}>
            {w.again}
          </Button>
        </div>
      </Bar>
    </main>
  )
}

/** The way there, from a page that cannot reach the server. */
export const LinesLink = () => {
  const w = useWords(catalogues)
  return (
    <Link href={address} className="to-lines">
      {w.heading}
    </Link>
  )
}

/** The same, once the line has been away so long that it will not come back by itself. */
export const LinesLinkWhenLong = () => (useLongAway() ? <LinesLink /> : null)
