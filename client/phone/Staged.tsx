import { useEffect, useState } from 'react'
import { tapIdOf } from '../../shared/domain/taps/taps.ts'
import { Button } from '../parts/Button.tsx'
import { Mark } from '../parts/Mark.tsx'
import { Resonance } from '../parts/Resonance.tsx'
import { useAct } from '../session/useAct.ts'
import { usePhase } from '../session/useDocument.ts'
import { useMay, useOwn } from '../session/useSeat.ts'
import { useStage } from '../session/useStage.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { ReadAloud } from './ReadAloud.tsx'
import '../styles/staged.css'

/** Milliseconds without a letter: then it is said to who listens, and not while it comes. */
const calm = 3000

/** The words as they come, and nothing else. */
export const StagedInWords = () => {
  const w = useLaterWords()
  const text = useStage()?.text.trim() ?? ''
  return text === '' ? <p className="help">{w.staged.none}</p> : <p className="card said staged">{text}</p>
}

const values = ['touches', 'off'] as const

/** Two buttons about what stands there now; each can be taken back. Counts, never who. */
const Touches = () => {
  const w = useLaterWords()
  const may = useMay()
  const own = useOwn()
  const phase = usePhase()
  const { act, busy } = useAct()
  if (!may('tap.set') || phase?.kind !== 'write') return null
  const given = own.taps[tapIdOf({ on: 'resonance', phase: phase.id })] ?? null
  return (
    <fieldset className="touches">
      <legend>{w.staged.ask}</legend>
      <div className="pair">
        {values.map((value) => (
          <Button
            key={value}
            pressed={given === value}
            busy={busy}
            onPress={() => void act({ type: 'tap.set', on: 'resonance', phase: phase.id, value: given === value ? null : value })}
          >
            {given === value ? <Mark shape="done" /> : null}
            {w.staged[value]}
          </Button>
        ))}
      </div>
      <p className="help">{w.staged.who}</p>
      <Resonance />
    </fieldset>
  )
}

/** What is being written before the room, on the phone of everybody in it. */
export const Staged = () => {
  const w = useLaterWords()
  const text = useStage()?.text.trim() ?? ''
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), calm)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <section aria-labelledby="staged">
      <h2 id="staged" className="for-ears">
        {w.staged.heading}
      </h2>
      <StagedInWords />
      <p className="for-ears" role="status">
        {said}
      </p>
      <ReadAloud what={w.staged.aloud} texts={text === '' ? [] : [text]} />
      <Touches />
    </section>
  )
}
