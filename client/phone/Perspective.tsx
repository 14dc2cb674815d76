import { useId } from 'react'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useOutbox } from '../session/useMine.ts'
import { useOwn } from '../session/useSeat.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { useWhyNot } from '../writing/whyNot.ts'

/** "Ik ben hier als …": stands on the seat only, never on an idea or a ballot. */
export const Perspective = () => {
  const w = useLaterWords()
  const id = useId()
  const why = useWhyNot()('seat.perspective')
  const own = useOwn()
  const { send } = useSession()
  const waiting = [...useOutbox()].reverse().find((it) => it.command.type === 'seat.perspective')?.command
  const offered = useEntry('board', 'plein', 'settings')?.perspectives ?? []
  if (offered.length === 0) return null
  const chosen = waiting?.type === 'seat.perspective' ? waiting.perspective : own.perspective
  return (
    <fieldset className="perspective" disabled={why !== null} aria-describedby={why === null ? undefined : `${id}-why`}>
      <legend>
        <h2>{w.perspective.heading}</h2>
      </legend>
      <p className="help" id={id}>
        {w.perspective.help}
      </p>
      {[...offered, null].map((name) => (
        <label key={name ?? ''} className={chosen === name ? 'choice choice-chosen' : 'choice'}>
          <input
            type="radio"
            name="perspective"
            aria-describedby={id}
            checked={chosen === name}
            onChange={() => void send({ type: 'seat.perspective', perspective: name })}
          />
          {name ?? w.perspective.none}
        </label>
      ))}
      {why === null ? null : (
        <small className="why" id={`${id}-why`}>
          {why}
        </small>
      )}
    </fieldset>
  )
}
