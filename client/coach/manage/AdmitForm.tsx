import { useState } from 'react'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

/** Lets in a device that has no keyboard to type a link on, or a second coach: by the short code that it shows. */
export const AdmitForm = () => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { act, busy, refusal } = useAct()
  const [code, setCode] = useState(() => (location.hash.startsWith('#scherm:') ? location.hash.slice(8) : ''))
  const [done, setDone] = useState(false)
  const why = code.trim() === '' ? w.why.shortCode : whyNot('screen.admit')
  const admit = async (role: 'screen' | 'coach') => {
    if (why !== null) return
    setDone(false)
    const answer = await act({ type: 'screen.admit', code: code.trim(), role })
    if (!answer.ok) return
    setCode('')
    setDone(true)
  }
  return (
    <section className="panel">
      <h2>{w.manage.admit}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void admit('screen')
        }}
      >
        <label className="field">
          {w.manage.admitCode}
          <input
            type="text"
            className="code"
            value={code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            size={10}
            onChange={(event) => setCode(event.target.value)}
          />
          <small>{w.manage.admitHelp}</small>
        </label>
        <Refused refusal={refusal} />
        <div className="row">
          <Button why={why} busy={busy} onPress={() => void admit('screen')}>
            {w.manage.admitScreen}
          </Button>
          <Button why={why} busy={busy} onPress={() => void admit('coach')}>
            {w.manage.admitCoach}
          </Button>
          <span role="status">{done ? w.manage.admitted : ''}</span>
        </div>
      </form>
    </section>
  )
}
