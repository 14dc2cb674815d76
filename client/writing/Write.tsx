import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { keepDraft } from '../session/drafts.ts'
import { useLater } from '../session/later.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useDraft } from '../session/useDraft.ts'
import { useLatest } from '../session/useLatest.ts'
import { notSent, useOnce } from '../session/useOnce.ts'
import { Bar } from './Bar.tsx'
import { type Form, parts } from './forms.ts'
import { writingLater } from './later.ts'
import { Promises } from './Promises.tsx'
import { useNoQuestion } from './useNoQuestion.ts'
import { useWritingWords } from './words.ts'

/** The count is no company while one begins; it comes when the end is in sight. */
const countFrom = lengths.idea - 120

/** One text to write. It stays as it is when the room moves on; then it says so and can be sent late. */
export const Write = ({
  form,
  phase,
  late,
  heading,
  lines,
  post,
  onDone,
  above = null,
  beside = null,
  begin = false,
  barred = false,
  tone = 'main',
}: {
  form: Form
  /** The phase it is for; gone when a coach took it out of the programme. */
  phase: PhaseEntry | undefined
  late: boolean
  /** Left out when the page's own heading says it. */
  heading: boolean
  lines: readonly OwnLine[]
  post: OwnStore['post']
  /** Sent, or thrown away. */
  onDone: (form: Form) => void
  /** Stands in the bar above the action, so that what is told meanwhile moves nothing on the page. */
  above?: ReactNode
  /** Another, quieter thing to do, in front of the action. */
  beside?: ReactNode
  /** Takes the cursor, because somebody has just asked for this field. */
  begin?: boolean
  /** It can go nowhere now: the words stay, the action goes, or stands there with this reason. */
  barred?: boolean | string
  /** Plain where the page has another action in ink. */
  tone?: 'main' | 'plain'
}) => {
  const w = useWritingWords()
  const words = w.write[form.as]
  const { plein } = useSession()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText, latest] = useDraft(plein, form.name)
  const [who, setWho] = useDraft(plein, `${form.name}/who`)
  const [day, setDay] = useDraft(plein, `${form.name}/day`)
  const [problem, setProblem] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const sent = lines.find((line) => line.key === last)
  const kept = sent?.state === 'sent' || sent?.state === 'shared'
  const open = phase?.settings.hidden === false && !late
  /** What was begun when the coach was to read first, or is found again, goes to the coach first: nobody reads the promise anew in mid-sentence (S1). */
  const [begun, setBegun] = useState(text === '')
  const atOnce = open && (text === '' || begun)
  if (begun !== atOnce) setBegun(atOnce)
  const noQuestion = useNoQuestion(form.as)
  const commits = form.as === 'commitment'
  const come = useLater(writingLater, commits || form.as === 'closing')
  /** In two halves; a whole sentence that somebody is in the middle of stays one. */
  const [halves, setHalves] = useState(commits && come !== null)
  const divide = commits && come !== null && !halves
  if (divide && text === '') setHalves(true)
  useEffect(() => {
    // Nobody is in the middle of it: what an earlier page left stands in its halves again.
    if (divide && document.activeElement !== field.current) setHalves(true)
  }, [divide])
  const counts = codePoints(text) > countFrom
  useEffect(() => {
    const it = field.current
    if (!begin || it === null) return
    it.focus()
    // A text that is taken up again goes on where it ended.
    it.setSelectionRange(it.value.length, it.value.length)
  }, [begin])

  const described = `${id}-help${counts ? ` ${id}-count` : ''}${problem === null ? '' : ` ${id}-problem`}`
  const write = (words: string) => {
    setText(words)
    setProblem(null)
  }
  const empty = () => {
    write('')
    setWho('')
    setDay('')
    for (const part of parts) keepDraft(plein, form.name + part, '')
  }
  const once = useOnce()
  // The room may have moved on before the disk has it.
  const done = useLatest(onDone)
  const submit = async () => {
    if (barred) return
    const problem = text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : noQuestion(text)
    if (problem !== null) {
      setProblem(problem)
      field.current?.focus()
      return
    }
    const key = await post({
      as: form.as,
      text,
      phase: form.phase,
      ...(commits && who.trim() !== '' ? { who } : {}),
      ...(commits && day !== '' ? { day } : {}),
      open: atOnce,
    })
    setLast(key)
    const rest = await notSent(latest, text)
    if (!late) field.current?.focus()
    // Who is in the next words by now is taken nowhere (L4).
    if (rest !== '') return write(rest)
    empty()
    done.current(form)
  }

  return (
    <form className={late ? 'write write-late' : 'write'} data-form={form.name} onSubmit={(event) => once(event, submit)} noValidate>
      {late ? <p className="late">{barred ? w.why.over : w.write.late}</p> : null}
      {heading || late ? <h2>{phase?.settings.prompt ?? words.heading}</h2> : null}
      <Promises
        id={`${id}-help`}
        sees={w.write.sees[atOnce ? 'open' : 'hidden']}
        never={commits ? w.write.whoHelp : w.write.never}
        folded={!open && lines.some((line) => line.as === form.as)}
      />
      {halves && come !== null ? (
        <>
          <come.PromiseFields
            plein={plein}
            name={form.name}
            text={text}
            onText={write}
            field={field}
            describedBy={described}
            invalid={problem !== null}
          />
          <come.WhoAndDay who={who} onWho={setWho} day={day} onDay={setDay} />
        </>
      ) : (
        <>
          <label className={commits || form.as === 'proposal' ? 'field' : 'for-ears'} htmlFor={id}>
            {words.label}
          </label>
          <textarea
            ref={field}
            id={id}
            rows={4}
            value={text}
            onChange={(event) => write(event.target.value)}
            aria-describedby={described}
            aria-invalid={problem !== null || undefined}
          />
        </>
      )}
      {form.as === 'closing' && text === '' && come !== null && !barred ? (
        <come.Beginning
          onTake={(start) => {
            write(start)
            field.current?.focus()
          }}
        />
      ) : null}
      {problem === null ? null : (
        <p className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {counts ? <CharacterCount id={`${id}-count`} text={text} maximum={lengths.idea} /> : null}
      <p className={kept ? 'sent sent-kept' : 'sent'} role="status">
        {sent && text === '' ? (
          <>
            {/* What has become of it stands at the idea; here it is heard, and seen that it has arrived. */}
            <span className="for-ears">{w.own.state[sent.state]}. </span>
            {kept ? <span aria-hidden="true">{w.write.arrived} </span> : null}
            {kept ? words.another : null}
          </>
        ) : null}
      </p>
      <Bar>
        {above}
        <div className="thumb">
          {beside ??
            (late ? (
              <Button
                onPress={() => {
                  empty()
                  onDone(form)
                }}
              >
                {w.write.drop}
              </Button>
            ) : null)}
          {barred === true ? null : (
            <Button tone={tone} submit why={barred || null}>
              {words.send}
            </Button>
          )}
        </div>
      </Bar>
    </form>
  )
}
