import { useState } from 'react'
import { Button } from './Button.tsx'
import { Qr } from './Qr.tsx'
import '../styles/linkCard.css'

/** A link to hand out: to copy, to scan, or to read. The clipboard is missing on plain http; the link can then be selected. */
export const LinkCard = ({
  name,
  help,
  link,
  words: w,
}: {
  name: string
  help?: string
  link: string
  words: { copy: string; copied: string /** left out: no button that opens it */; open?: string }
}) => {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <section className="link-card">
      <Qr text={link} label={name} />
      <div>
        <h3>{name}</h3>
        {help === undefined ? null : <p className="help">{help}</p>}
        <input type="text" readOnly value={link} aria-label={name} onFocus={(event) => event.currentTarget.select()} />
        <div className="link-card-do">
          {navigator.clipboard === undefined ? null : <Button onPress={() => void copy()}>{copied ? w.copied : w.copy}</Button>}
          {w.open === undefined ? null : (
            <a className="button button-plain" href={link} target="_blank" rel="noopener" aria-label={`${w.open}: ${name}`}>
              {w.open}
            </a>
          )}
        </div>
      </div>
    </section>
  )
}
