import { useId, useState } from 'react'
import { useClusters } from '../parts/Groups.tsx'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useAct } from '../session/useAct.ts'
import { useSentence } from '../session/useSentence.ts'
import { useLaterWords } from './laterWords.ts'
import { useWhyNot } from './whyNot.ts'

/** Authors say themselves where their idea belongs: through the edit key, so that nobody learns whose it is. */
export const PlaceOwn = ({ lines }: { lines: readonly OwnLine[] }) => {
  const w = useLaterWords()
  const id = useId()
  const why = useWhyNot()('idea.place')
  const say = useSentence()
  const { act, refusal } = useAct()
  const clusters = useClusters().filter(({ of }) => of === undefined)
  const placeable = lines.filter((line) => line.as === 'idea' && (line.state === 'sent' || line.state === 'shared'))
  // "None of these" and "not said yet" are the same to the server; only this page knows which one it is.
  const [none, setNone] = useState<readonly string[]>([])
  const isChosen = (line: OwnLine, cluster: string | null) =>
    cluster === null ? line.cluster === null && none.includes(line.key) : line.cluster === cluster
  if (placeable.length === 0) return <p className="help">{w.place.noIdeas}</p>
  if (clusters.length === 0) return <p className="help">{w.place.noGroups}</p>
  return (
    <section className="place">
      <h2>{w.place.heading}</h2>
      {placeable.map((line) => (
        <fieldset key={line.key} className="card" disabled={why !== null} aria-describedby={why === null ? undefined : id}>
          <legend className="said">{line.text}</legend>
          {[...clusters, { id: null, name: w.place.none }].map((choice) => (
            <label key={choice.id ?? ''} className={isChosen(line, choice.id) ? 'choice choice-chosen' : 'choice'}>
              <input
                type="radio"
                name={`place-${line.key}`}
                checked={isChosen(line, choice.id)}
                onChange={() => {
                  setNone((keys) => (choice.id === null ? [...keys, line.key] : keys.filter((key) => key !== line.key)))
                  void act({ type: 'idea.place', key: line.key, cluster: choice.id })
                }}
              />
              {choice.name}
            </label>
          ))}
        </fieldset>
      ))}
      {why === null ? null : (
        <small className="why" id={id}>
          {why}
        </small>
      )}
      {refusal === null ? null : (
        <p className="problem" role="alert">
          {say(refusal)}
        </p>
      )}
    </section>
  )
}
