import { useEffect, useId, useRef, useState } from 'react'
import {
  type IntakeAuthor,
  type IntakeCircle,
  type IntakeQuestion,
  intakeAuthors,
  intakeQuestions,
  type Line,
  lineName,
  linesOf,
} from '../../shared/domain/intake/talk.ts'
import { circleText } from '../../shared/wire/messages.ts'
import '../styles/intake.css'
import { Button } from '../parts/Button.tsx'
import { useProse } from '../session/SessionProvider.tsx'
import { type Caret, useWriters } from '../session/useCarets.ts'
import { usePlein } from '../session/useDocument.ts'
import { type Lines, useLines } from '../session/useLines.ts'
import { LineField } from './LineField.tsx'
import { Steps } from './Steps.tsx'
import { useIntakeWords } from './words.ts'

type Place = { circle: IntakeCircle; line: Line }

/** Where answers to one question can stand for this role: the talk first, then what is for oneself, then what is for the room. */
const placesOf = (role: IntakeAuthor, question: IntakeQuestion): Place[] => {
  const both = (circle: 'coaches' | 'room') => intakeAuthors.map((by): Place => ({ circle, line: { question, by } }))
  const own: Place = { circle: 'own', line: { question, by: 'owner' } }
  return [...both('coaches'), ...(role === 'owner' ? [own] : []), ...both('room')]
}
const keyOf = ({ circle, line }: Place): string => `${circle} ${lineName(line)}`
const questionOf = ({ line }: Caret): IntakeQuestion | null => intakeQuestions.find((question) => line.startsWith(`${question}.`)) ?? null

/** The talk before the Plein: one question at a time, written by two, each answer in its circle. */
export const Intake = ({ role }: { role: IntakeAuthor }) => {
  const w = useIntakeWords()
  const id = useId()
  const prose = useProse()
  const over = usePlein()?.sealed === true
  const [at, setAt] = useState(0)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const heading = useRef<HTMLHeadingElement>(null)
  const lines: Record<IntakeCircle, Lines> = { own: useLines('own'), coaches: useLines('coaches'), room: useLines('room') }
  const writers = [...useWriters(circleText('coaches')), ...useWriters(circleText('room'))]
  const question = intakeQuestions[at] as IntakeQuestion
  const words = ({ circle, line }: Place): string => lines[circle].words.get(lineName(line)) ?? ''
  const places = placesOf(role, question)
  // What was typed here without a line must be found again, too.
  const left = ({ circle, line }: Place): boolean => prose.left(circleText(circle), lineName(line)).length > 0
  const shown = places.filter(
    (place) =>
      (place.circle === 'coaches' && place.line.by === 'owner') ||
      words(place) !== '' ||
      opened.has(keyOf(place)) ||
      (!over && left(place)),
  )
  const more = over ? [] : places.filter((place) => !shown.includes(place) && place.line.by === role)
  const stay = (place: Place) => setOpened(new Set([...opened, keyOf(place)]))
  const go = (to: number) => {
    setAt(to)
    setOpened(new Set())
    // Whoever listens hears the next question; a field that takes the focus by itself would open the keyboard of a phone.
    heading.current?.focus()
  }
  const answered = (one: IntakeQuestion): boolean => placesOf(role, one).some((place) => words(place).trim() !== '')
  const elsewhere = writers.find((writer) => questionOf(writer) !== question && questionOf(writer) !== null)
  const there = elsewhere ? questionOf(elsewhere) : null

  useEffect(() => {
    // Closed for good it is gone on the server, and so it goes here.
    if (!over) return
    const mine = circleText('own')
    for (const root of linesOf('own').map(lineName)) for (const words of prose.left(mine, root)) prose.drop(mine, root, words)
  }, [over, prose])

  return (
    <section className="intake" aria-labelledby={id}>
      <h2 id={id}>{w.heading}</h2>
      <p className="help">{w.intro[role]}</p>
      <nav aria-label={w.steps}>
        <ol className="intake-steps">
          {intakeQuestions.map((one, place) => (
            <li key={one}>
              <button
                type="button"
                aria-current={place === at ? 'step' : undefined}
                aria-label={w.stepLabel(place + 1, w.questions[one].ask, answered(one))}
                className={answered(one) ? 'intake-answered' : undefined}
                onClick={() => go(place)}
              >
                {place + 1}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="intake-question">
        <p className="help">{w.where(at + 1, intakeQuestions.length)}</p>
        <h3 ref={heading} tabIndex={-1}>
          {w.questions[question].ask}
        </h3>
        <p className="help">{w.questions[question].help}</p>
      </div>
      <div role="status" className="intake-elsewhere">
        {elsewhere && there ? <p>{w.elsewhere(elsewhere.role, w.questions[there].ask)}</p> : null}
      </div>
      {elsewhere && there ? (
        <Button tone="quiet" onPress={() => go(intakeQuestions.indexOf(there))}>
          {w.goThere}
        </Button>
      ) : null}
      {shown.map((place) => (
        <LineField
          key={`${question} ${keyOf(place)}`}
          line={place.line}
          circle={place.circle}
          role={role}
          over={over}
          note={lines[place.circle].notes.get(lineName(place.line)) ?? null}
          // Emptied to be written anew it does not go from under the hands (L4).
          onFocus={() => stay(place)}
        />
      ))}
      {more.map((place) => (
        <Button key={keyOf(place)} onPress={() => stay(place)}>
          {role === 'owner' ? w.add[place.circle] : w.addNote[place.circle as 'coaches' | 'room']}
        </Button>
      ))}
      <div className="pair intake-turn">
        {at === 0 ? null : <Button onPress={() => go(at - 1)}>{w.previous}</Button>}
        {at === intakeQuestions.length - 1 ? null : (
          <Button tone="main" onPress={() => go(at + 1)}>
            {w.next}
          </Button>
        )}
      </div>
      <Steps />
    </section>
  )
}
