import { useId, useState } from 'react'
import { chainLines } from '../../shared/blog/blocks.ts'
import { Button } from '../parts/Button.tsx'
import { usePlein } from '../session/useDocument.ts'
import { quoted } from './put.ts'
import type { Moment, Quote, Told } from './useBlog.ts'
import { useDayAfterWords } from './words.ts'

type Put = (part: string, what: string) => void

/** So many quotes stand in a list at once; a room of a hundred wrote more than anybody reads through. */
const most = 40
/** Letters of what was put in, on the one line that says so: a second line would move the buttons. */
const shown = 24

/** What is at hand to put into the blog, each with one tap. */
export const Kit = ({ told, onPut }: { told: Told; onPut: Put }) => {
  const w = useDayAfterWords()
  const [done, setDone] = useState('')
  const put: Put = (part, what) => {
    onPut(part, what)
    const short = what.length > shown ? `${what.slice(0, shown)}…` : what
    // The same thing twice is to be heard twice.
    setDone((before) => (before === w.kit.done(short) ? `${w.kit.done(short)} ` : w.kit.done(short)))
  }
  const locale = usePlein()?.locale ?? 'nl'
  const chain = `## ${chainLines[locale].slice(1, -1)}\n\n${chainLines[locale]}`
  return (
    <section className="kit">
      <h4>{w.kit.heading}</h4>
      <p className="help">{w.kit.help}</p>
      <p role="status" className="kit-done">
        {done}
      </p>
      <div className="kit-part">
        <p>
          <b>{w.kit.chain}</b> <small>{w.kit.chainHelp}</small>
        </p>
        <Button label={w.kit.putThis(w.kit.chain)} onPress={() => put(chain, w.kit.chain)}>
          {w.kit.put}
        </Button>
      </div>
      {told.moments.length === 0 ? null : <Moments moments={told.moments} onPut={put} />}
      {told.quotes.length === 0 ? <p className="help">{w.kit.none}</p> : <Quotes quotes={told.quotes} onPut={put} />}
    </section>
  )
}

const Moments = ({ moments, onPut }: { moments: readonly Moment[]; onPut: Put }) => {
  const w = useDayAfterWords()
  return (
    <details className="group">
      <summary>{w.kit.moments(moments.length)}</summary>
      <ul className="plain-list cards">
        {moments.map(({ name, heading, text, why }) => (
          <li key={name} className="card">
            <p>
              <b>{heading}</b>
            </p>
            <p className="said">{text}</p>
            <small>{why}</small>
            <Button label={w.kit.putThis(heading)} onPress={() => onPut(`## ${heading}\n\n${text}`, heading)}>
              {w.kit.put}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Quotes = ({ quotes, onPut }: { quotes: readonly Quote[]; onPut: Put }) => {
  const w = useDayAfterWords()
  const id = useId()
  const [wish, setWish] = useState('')
  const sought = wish.trim().toLowerCase()
  const found = quotes.filter(({ text }) => text.toLowerCase().includes(sought))
  return (
    <details className="group">
      <summary>{w.kit.quotes(quotes.length)}</summary>
      <div>
        <label htmlFor={id}>{w.kit.find}</label>
        <input id={id} type="search" value={wish} onChange={({ currentTarget }) => setWish(currentTarget.value)} />
      </div>
      <p role="status" className="help">
        {sought === '' ? '' : w.kit.found(found.length)}
      </p>
      <ul className="plain-list cards">
        {found.slice(0, most).map(({ id, text, from }) => (
          <li key={id} className="card">
            <p className="said">{text}</p>
            <small>{from}</small>
            <Button label={w.kit.putThis(text)} onPress={() => onPut(quoted(text, from), text)}>
              {w.kit.put}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > most ? <p className="help">{w.kit.more}</p> : null}
    </details>
  )
}
