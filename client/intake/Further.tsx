import { useState } from 'react'
import { type IntakeAuthor, type IntakeCircle, intakeCircles, isWider, type Line } from '../../shared/domain/intake/talk.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useAct } from '../session/useAct.ts'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import type { TextField } from '../session/useText.ts'
import { KeepStep } from './KeepStep.tsx'
import { PutAtWelcome } from './PutAtWelcome.tsx'
import { useIntakeWords } from './words.ts'

type Props = { line: Line; circle: IntakeCircle; role: IntakeAuthor; field: TextField; over: boolean }

/** What may be done with an answer: to a wider circle by whose it is; from the circle of the room into the question or the welcome. */
export const Further = ({ line, circle, role, field: { text, live, saved }, over }: Props) => {
  const w = useIntakeWords()
  const say = useSentence()
  const may = useMay()
  const { act, busy, refusal, forget } = useAct()
  const [asked, setAsked] = useState<IntakeCircle | null>(null)
  const words = text.trim()
  const why = words === '' ? w.widen.empty : live ? null : w.widen.unsaved
  const saving = live && !saved
  const widen = async (to: IntakeCircle) => {
    const answer = await act({ type: 'intake.widen', ...line, from: circle, to, confirmed: true })
    if (answer.ok) setAsked(null)
  }
  if (over) return null
  return (
    <div className="line-further">
      {line.by === role && may('intake.widen') && words !== ''
        ? intakeCircles
            .filter((to) => isWider(circle, to))
            .map((to) => (
              <Button key={to} why={why} busy={saving} onPress={() => setAsked(to)}>
                {w.widen.to[to]}
              </Button>
            ))
        : null}
      {circle === 'room' && words !== '' ? (
        <>
          <KeepStep question={line.question} by={line.by} words={words} unsaved={why} saving={saving} />
          {role === 'coach' ? <PutAtWelcome words={words} /> : null}
        </>
      ) : null}
      {asked === null ? null : (
        <Dialog
          heading={w.widen.sure}
          onClose={() => {
            forget()
            setAsked(null)
          }}
        >
          <p>{asked === 'coaches' ? w.widen.coaches : w.widen.room}</p>
          <p>{w.widen.told}</p>
          <p className="help">{w.widen.words}</p>
          <p className="said line-words">{words}</p>
          {refusal === null ? null : (
            <Notice tone="alarm">
              <p>{say(refusal)}</p>
            </Notice>
          )}
          <div className="pair">
            <Button tone="main" busy={busy || saving} why={why} onPress={() => void widen(asked)}>
              {w.widen.yes}
            </Button>
            <Button onPress={() => setAsked(null)}>{w.widen.no}</Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
