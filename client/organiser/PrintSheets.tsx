import { useEffect, useRef, useState } from 'react'
import { codePoints } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { Qr } from '../parts/Qr.tsx'
import { Sign } from '../parts/Sign.tsx'
import { useSharedWords } from '../parts/words.ts'
import type { Fresh, LinkRole } from './api.ts'
import { linksOf } from './links.ts'
import { useOrganiserWords } from './words.ts'
import '../styles/print.css'

const shown = (link: string): string => new URL(link).host

/** So many lines stand on the plate as they were written; more run on, or they would push the way in off the page. */
const ownLines = 6
/** Capitals, and letters of scripts that have none. */
const wide = /[\p{Lu}\p{Lo}]/gu
/** The letters of the plate, so that a dilemma of any length leaves room for a QR that is read from a distance. */
const lettersOf = (dilemma: string): string => {
  const lines = dilemma.split('\n').length
  const weight = codePoints(dilemma) + 0.7 * (dilemma.match(wide)?.length ?? 0) + (lines > ownLines ? 0 : 25 * (lines - 1))
  const size = weight <= 60 ? 'few' : weight <= 130 ? 'some' : weight <= 250 ? 'many' : weight <= 550 ? 'most' : 'all'
  return `paper-${size}${lines > ownLines ? ' paper-on' : ''}`
}

/** Two pages of A4, made here in the browser: what must stay secret reaches no server and no printer's website. */
export const PrintSheets = ({ fresh, onBack }: { fresh: Fresh; onBack: () => void }) => {
  const w = useOrganiserWords()
  const { date } = useSharedWords()
  const [network, setNetwork] = useState('')
  const [password, setPassword] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { title, dilemma, made, day, practice } = fresh
  const when = day === null ? null : date(Date.parse(`${day}T12:00:00Z`))
  return (
    <>
      <section className="print-desk">
        <h1 ref={heading} tabIndex={-1}>
          {w.print.heading}
        </h1>
        <p>{w.print.help}</p>
        <div className="form-pair">
          <label className="field">
            {w.print.network}
            <input type="text" value={network} onChange={(event) => setNetwork(event.target.value)} autoComplete="off" spellCheck={false} />
          </label>
          <label className="field">
            {w.print.password}
            <input
              type="text"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          </label>
        </div>
        <div className="row">
          <Button tone="main" onPress={() => window.print()}>
            {w.print.print}
          </Button>
          <Button onPress={onBack}>{w.print.back}</Button>
        </div>
      </section>
      <article className={`paper paper-poster ${lettersOf(dilemma)}`} aria-label={w.print.poster}>
        {practice ? <p className="paper-mark">{w.practice.word}</p> : null}
        <h2>{w.print.scan}</h2>
        {network.trim() === '' ? null : (
          <p className="paper-wifi">
            {w.print.wifi}: <b>{network.trim()}</b>
            {password.trim() === '' ? null : (
              <>
                <br />
                {w.print.wifiPassword}: <b>{password.trim()}</b>
              </>
            )}
          </p>
        )}
        <Qr text={made.links.join} label={w.links.participant} />
        <p className="paper-or">{w.print.or(shown(made.links.join))}</p>
        <p className="paper-code">{made.code}</p>
        <p>{w.print.cost}</p>
        <Sign text={dilemma} size="large" caption={when === null ? title : `${title} · ${when}`} />
      </article>
      <article className="paper paper-links" aria-label={w.print.links}>
        {practice ? <p className="paper-mark">{w.practice.word}</p> : null}
        <h2>{w.print.linksOf(title)}</h2>
        {when === null ? null : <p>{when}</p>}
        <p className="paper-warning">{w.print.secret}</p>
        {linksOf(made)
          .filter(([role]) => role !== 'participant')
          .map(([role, link]) => (
            <LinkOnPaper key={role} role={role} link={link} />
          ))}
        <p>{w.print.without(shown(made.links.screen))}</p>
      </article>
    </>
  )
}

const LinkOnPaper = ({ role, link }: { role: LinkRole; link: string }) => {
  const w = useOrganiserWords()
  return (
    <section className="paper-link">
      <Qr text={link} label={w.links[role]} />
      <div>
        <h3>{w.links[role]}</h3>
        <p>{w.links[`${role}Help`]}</p>
        <p className="paper-address">{link}</p>
      </div>
    </section>
  )
}
