import { useEffect, useRef, useState } from 'react'
import type { Locale } from '../../shared/domain/state.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints } from '../../shared/text/normalise.ts'
import { mostIn } from '../../shared/wire/mostIn.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { useSharedWords } from '../parts/words.ts'
import { wallNow } from '../session/clock.ts'
import { keepDraft } from '../session/drafts.ts'
import { useDraft } from '../session/useDraft.ts'
import type { Api, Fresh, Template } from './api.ts'
import { afterDay, day, isDay, isoDay } from './days.ts'
import { useChoices } from './useChoices.ts'
import { coming, firstAsked, wished } from './wish.ts'
import { useOrganiserWords } from './words.ts'

/** How long everything is kept after the meeting, unless another day is chosen. */
const keptFor = 90 * day

/** A Plein in a minute: title, dilemma, the rest has an answer that works. */
export const MakeForm = ({ api, onMade, onCancel }: { api: Api; onMade: (fresh: Fresh) => void; onCancel: () => void }) => {
  const w = useOrganiserWords()
  const [templates, setTemplates] = useState<Template[]>([])
  const [title, setTitle] = useDraft(coming, 'title')
  const [dilemma, setDilemma] = useDraft(coming, 'dilemma')
  const { chosen, choose, forget } = useChoices()
  const locale: Locale = chosen('locale') === 'en' ? 'en' : 'nl'
  const lenses = chosen('perspectives') ?? w.form.perspectivesStart
  const { date } = useSharedWords()
  const meeting = chosen('meeting') ?? ''
  // Asked again after midnight it is the same day, and so the same Plein.
  const since = firstAsked('make') ?? wallNow()
  const retain = chosen('retain') ?? isoDay((isDay(meeting) ? Date.parse(meeting) : since) + keptFor)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void api.templates().then((answer) => {
      if (answer.ok) setTemplates(answer.body.templates)
    })
  }, [api])
  const programme = chosen('template') ?? templates[0]?.name
  const perspectives = lenses.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const over = codePoints(dilemma) - lengths.framing
  const why =
    title.trim() === ''
      ? w.why.title
      : dilemma.trim() === ''
        ? w.why.dilemma
        : over > 0
          ? w.why.tooLong(over)
          : !isDay(retain) || retain <= isoDay(wallNow()) || retain < meeting || (meeting !== '' && !isDay(meeting))
            ? w.why.day
            : perspectives.length > mostIn.perspectives
              ? w.why.tooManyLenses(mostIn.perspectives, perspectives.length - mostIn.perspectives)
              : null
  const make = async () => {
    if (why !== null || busy) return
    setBusy(true)
    const plein = {
      title: title.trim(),
      dilemma: dilemma.trim(),
      locale,
      ...(programme === undefined ? {} : { programme }),
      settings: { perspectives },
      // Kept through the chosen day: deleting begins with the next one.
      retainUntil: afterDay(retain),
    }
    const answer = await wished('make', (wish) => api.make(wish, plein), since)
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message ?? w.away)
    for (const name of ['title', 'dilemma']) keepDraft(coming, name, '')
    forget()
    onMade({ title: title.trim(), dilemma: dilemma.trim(), made: answer.body, day: meeting === '' ? null : meeting, practice: false })
  }
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {w.form.heading}
      </h1>
      <label className="field">
        {w.form.title}
        <input type="text" value={title} maxLength={lengths.title} onChange={(event) => setTitle(event.target.value)} />
        <small className="help">{w.form.titleHelp}</small>
      </label>
      <div>
        <label className="field">
          {w.form.dilemma}
          <textarea rows={3} value={dilemma} onChange={(event) => setDilemma(event.target.value)} />
          <small className="help">{w.form.dilemmaHelp}</small>
        </label>
        <CharacterCount text={dilemma} maximum={lengths.framing} />
      </div>
      <fieldset>
        <legend>{w.form.template}</legend>
        <p className="help">{w.form.templateHelp}</p>
        {templates.map((one) => (
          <label key={one.name} className="template">
            <input type="radio" name="template" checked={programme === one.name} onChange={() => choose('template', one.name)} />
            <span>
              <strong>{w.form.templates[one.name] ?? one.title ?? one.name}</strong>
              <small>
                {w.form.phases(
                  one.phases.length,
                  one.phases.reduce((sum, phase) => sum + (phase.minutes ?? 0), 0),
                )}
                : {one.phases.map((phase) => phase.title ?? w.kinds[phase.kind]).join(', ')}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="form-pair">
        <label className="field">
          {w.form.meeting}
          <input type="date" value={meeting} onChange={(event) => choose('meeting', event.target.value)} />
          <small className="help">{w.form.meetingHelp}</small>
        </label>
        <label className="field">
          {w.form.locale}
          <select value={locale} onChange={(event) => choose('locale', event.target.value)}>
            <option value="nl">{w.form.locales.nl}</option>
            <option value="en">{w.form.locales.en}</option>
          </select>
        </label>
      </div>
      <div className="form-fold">
        <p>{w.form.retained(date(Date.parse(`${isDay(retain) ? retain : isoDay(wallNow())}T12:00:00Z`)))}</p>
        <details>
          <summary>{w.form.otherDay}</summary>
          <label className="field">
            {w.form.retain}
            <input type="date" value={retain} min={isoDay(wallNow() + day)} onChange={(event) => choose('retain', event.target.value)} />
            <small className="help">{w.form.retainHelp}</small>
          </label>
        </details>
      </div>
      <details className="form-fold">
        <summary>{w.form.perspectivesFold(perspectives.length)}</summary>
        <label className="field">
          {w.form.perspectives}
          <textarea rows={4} value={lenses} onChange={(event) => choose('perspectives', event.target.value)} />
          <small className="help">{w.form.perspectivesHelp(mostIn.perspectives)}</small>
        </label>
      </details>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <div>
          <Button submit tone="main" why={why} busy={busy}>
            {w.form.go}
          </Button>
        </div>
        <Button busy={busy} onPress={onCancel}>
          {w.form.cancel}
        </Button>
      </div>
    </form>
  )
}
