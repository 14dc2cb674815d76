import { useEffect, useRef } from 'react'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PracticeMark } from '../parts/Practice.tsx'
import type { Fresh } from './api.ts'
import { Links } from './Links.tsx'
import { useOrganiserWords } from './words.ts'

/** The four links, told only now: to copy, to open, to scan, to print. */
export const Ready = ({ fresh, onPrint, onDone }: { fresh: Fresh; onPrint: () => void; onDone: () => void }) => {
  const w = useOrganiserWords()
  const { title, made, practice } = fresh
  const heading = useRef<HTMLHeadingElement>(null)
  // The page has become another one: who listens or goes by keyboard begins at its top.
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      {practice ? <PracticeMark help={w.practice.gone} /> : null}
      <h1 ref={heading} tabIndex={-1}>
        {w.ready.heading(title)}
      </h1>
      {practice ? (
        <section className="practice-steps">
          <ol>
            {w.practice.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>
            <a className="button button-main" href={made.links.coach} target="_blank" rel="noopener">
              {w.practice.begin}
            </a>
          </p>
        </section>
      ) : null}
      <Notice>
        <p>{w.ready.help}</p>
      </Notice>
      <p className="ready-code">
        {w.ready.code}: <b className="code">{made.code}</b>
      </p>
      <Links made={made} />
      <div className="row">
        <Button tone={practice ? 'plain' : 'main'} onPress={onPrint}>
          {w.print.go}
        </Button>
        <Button onPress={onDone}>{w.ready.done}</Button>
      </div>
    </>
  )
}
