import { type Pulse as Felt, taps } from '../../shared/domain/taps/taps.ts'
import { Button } from '../parts/Button.tsx'
import { Mark } from '../parts/Mark.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useAct } from '../session/useAct.ts'
import { useOwn } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import '../styles/staged.css'

/** One tap says how it is; another tap on it takes it back. Who will see it stands under it, always. */
export const Pulse = () => {
  const w = useLaterWords()
  const own = useOwn()
  const sentence = useSentence()
  const { act, busy, refusal } = useAct()
  const given = own.taps['pulse'] ?? null
  return (
    <fieldset className="touches">
      <legend className="for-ears">{w.pulse.ask}</legend>
      <div className="pulse-choices">
        {(taps.pulse.values as readonly Felt[]).map((value) => (
          <Button
            key={value}
            pressed={given === value}
            busy={busy}
            onPress={() => void act({ type: 'tap.set', on: 'pulse', value: given === value ? null : value })}
          >
            {given === value ? <Mark shape="done" /> : null}
            {w.pulse[value]}
          </Button>
        ))}
      </div>
      {given === 'unsaid' ? <p className="help">{w.pulse.card}</p> : null}
      {refusal === null ? null : (
        <Notice tone="alarm">
          <p>{sentence(refusal)}</p>
        </Notice>
      )}
      <p className="help">{given === null ? w.pulse.who : `${w.pulse.back} ${w.pulse.who}`}</p>
    </fieldset>
  )
}
