import { useState } from 'react'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { askedCode } from './askedCode.ts'

type Admitted = 'screen' | 'coach'

/** Lets in a device that has no keyboard to type a link on, or a second coach: by the short code that it shows. */
export const AdmitForm = ({ roles, heading = false }: { roles: Admitted[]; heading?: boolean }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { act, busy, refusal } = useAct()
  const [code, setCode] = useState(askedCode)
  const [done, setDone] = useState(false)
  const why = code.trim() === '' ? w.why.shortCode : whyNot('screen.admit')
  const admit = async (role: Admitted) => {
    if (why !== null) return
    setDone(false)
    const answer = await act({ type: 'screen.admit', code: code.trim(), role })
    if (!answer.ok) return
    setCode('')
    setDone(true)
  }
  const names = { screen: w.manage.admitScreen, coach: w.manage.admitCoach }
  return (
    <section className={heading ? 'panel' : undefined}>
      {heading ? <h2>{w.manage.admit}</h2> : null}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void admit(roles[0] ?? 'screen')
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
          {heading ? <small>{w.manage.admitHelp}</small> : null}
        </label>
        <Refused refusal={refusal} />
        <div className="row">
          {roles.map((role) => (
            <Button key={role} compact why={why} busy={busy} onPress={() => void admit(role)}>
              {names[role]}
            </Button>
          ))}
          <span role="status">{done ? w.manage.admitted : ''}</span>
        </div>
      </form>
    </section>
  )
}
