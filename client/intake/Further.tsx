import { useState } from 'react'
import { type IntakeAuthor, type IntakeCircle, intakeCircles, isWider, type Line } from '../../shared/domain/intake/talk.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Notice } from '../parts/Notice.tsx'
import type { Act } from '../session/useAct.ts'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import type { TextField } from '../session/useText.ts'
import { KeepStep } from './KeepStep.tsx'
import { PutAtWelcome } from './PutAtWelcome.tsx'
import { useIntakeWords } from './words.ts'

/** `going`: the yes. */
type Props = { line: Line; circle: IntakeCircle; role: IntakeAuthor; field: TextField; over: boolean; going: Act }

/** What may be done with an answer: to a wider circle by whose it is; from the circle of the room into the question or the welcome. */
export const Further = ({ line, circle, role, field: { text, live, saved }, over, going }: Props) => {
  const w = useIntakeWords()
  const say = useSentence()
  const may = useMay()
  const { act, busy, refusal, forget } = going
  const [asked, setAsked] = useState<IntakeCircle | null>(null)
  const words = text.trim()
  const why = words === '' ? w.widen.empty : live ? null : w.widen.unsaved
  const whyNot = why ?? (words.length > lengths.widened ? w.widen.tooLong(lengths.widened) : null)
  const saving = live && !saved
  const widen = async (to: IntakeCircle) => {
    // These words and no others: there may be others by the time that the yes arrives.
    const answer = await act({ type: 'intake.widen', ...line, from: circle, to, words, confirmed: true })
    if (answer.ok) setAsked(null)
  }
  if (over) return null
  const said =
    refusal === null ? null : (
      <Notice tone="alarm">
        <p>{say(refusal)}</p>
      </Notice>
    )
  return (
    <div className="line-further">
      {line.by === role && may('intake.widen') && words !== ''
        ? intakeCircles
            .filter((to) => isWider(circle, to))
            .map((to) => (
              <Button key={to} why={busy ? null : whyNot} busy={saving || busy} onPress={() => setAsked(to)}>
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
      {asked === null ? (
        said
      ) : (
        <Dialog
          heading={w.widen.sure}
          onClose={() => {
            // A yes that is on its way goes on, and what comes of it is still to be read.
            if (!busy) forget()
            setAsked(null)
          }}
        >
          <p>{asked === 'coaches' ? w.widen.coaches : w.widen.room}</p>
          <p>{w.widen.told}</p>
          <p className="help">{w.widen.words}</p>
          <p className="said line-words">{words}</p>
          {said}
          <div className="pair">
            <Button tone="main" busy={busy || saving} why={busy ? null : whyNot} onPress={() => void widen(asked)}>
              {w.widen.yes}
            </Button>
            <Button
              why={busy ? w.widen.underWay : null}
              onPress={() => {
                forget()
                setAsked(null)
              }}
            >
              {w.widen.no}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
