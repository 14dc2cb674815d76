import { useClusters } from '../parts/Groups.tsx'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useMay } from '../session/useSeat.ts'
import { usePhoneWords } from './words.ts'

/** Authors say themselves where their idea belongs: through the edit key, so that nobody learns whose it is. */
export const PlaceOwn = ({ lines }: { lines: readonly OwnLine[] }) => {
  const w = usePhoneWords()
  const may = useMay()
  const { send } = useSession()
  const clusters = useClusters().filter((cluster) => cluster.open)
  const placeable = lines.filter((line) => line.as === 'idea' && (line.state === 'sent' || line.state === 'shared'))
  if (placeable.length === 0) return <p className="help">{w.place.noIdeas}</p>
  if (clusters.length === 0) return <p className="help">{w.place.noGroups}</p>
  return (
    <section className="place">
      <h2>{w.place.heading}</h2>
      {placeable.map((line) => (
        <fieldset key={line.key} className="card" disabled={!may('idea.place')}>
          <legend className="said">{line.text}</legend>
          {[...clusters, { id: null, name: w.place.none }].map((choice) => (
            <label key={choice.id ?? ''} className="choice">
              <input
                type="radio"
                name={`place-${line.key}`}
                checked={line.cluster === choice.id}
                onChange={() => void send({ type: 'idea.place', key: line.key, cluster: choice.id })}
              />
              {choice.name}
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  )
}
