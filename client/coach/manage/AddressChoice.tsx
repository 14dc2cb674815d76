import { useId } from 'react'
import { useSession } from '../../session/SessionProvider.tsx'
import { useAct } from '../../session/useAct.ts'
import { useEntry } from '../../session/useDocument.ts'
import { Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

/** Which of the machine's addresses phones are sent to. */
export const AddressChoice = () => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { hello } = useSession()
  const chosen = useEntry('board', 'plein', 'settings')?.address ?? null
  const { act, busy, refusal } = useAct()
  const why = whyNot('plein.set')
  const reason = useId()
  const join = hello?.join
  if (!join) return null
  const choices: [string | null, string][] = [
    [null, `${w.manage.addressOwn} (${join.address})`],
    ...join.addresses.map((one): [string, string] => [one, one]),
  ]
  return (
    <fieldset className="field" aria-describedby={why === null ? undefined : reason}>
      <legend>{w.manage.address}</legend>
      <p className="help">{w.manage.addressHelp}</p>
      {choices.map(([address, name]) => (
        <label key={name} className="check">
          <input
            type="radio"
            name="address"
            checked={chosen === address}
            aria-disabled={why !== null || undefined}
            onChange={() => {
              if (why === null && !busy) void act({ type: 'plein.set', settings: { address } })
            }}
          />
          {name}
        </label>
      ))}
      {why === null ? null : (
        <small id={reason} className="why">
          {why}
        </small>
      )}
      <Refused refusal={refusal} />
    </fieldset>
  )
}
