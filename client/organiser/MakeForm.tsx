import { useEffect, useState } from 'react'
import type { Locale } from '../../shared/domain/state.ts'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { wallNow } from '../session/clock.ts'
import type { Api, Made, Template } from './api.ts'
import { useOrganiserWords } from './words.ts'

const day = 86_400_000
const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const places = { title: 'draft:organiser:title', dilemma: 'draft:organiser:dilemma' }
const kept = (place: string): string => {
  try {
    return localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}
const keep = (place: string, text: string) => {
  try {
    if (text === '') localStorage.removeItem(place)
    else localStorage.setItem(place, text)
  } catch {}
}

/** A Plein in a minute: title, dilemma, the rest has an answer that works. */
export const MakeForm = ({ api, onMade, onCancel }: { api: Api; onMade: (title: string, made: Made) => void; onCancel: () => void }) => {
  const w = useOrganiserWords()
  const [templates, setTemplates] = useState<Template[]>([])
  const [title, setTitle] = useState(() => kept(places.title))
  const [dilemma, setDilemma] = useState(() => kept(places.dilemma))
  const [template, setTemplate] = useState<string | null>(null)
  const [locale, setLocale] = useState<Locale>('nl')
  const [lenses, setLenses] = useState(w.form.perspectivesStart)
  const [retain, setRetain] = useState(() => isoDay(wallNow() + 90 * day))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    void api.templates().then((answer) => {
      if (answer.ok) setTemplates(answer.body.templates)
    })
  }, [api])
  const chosen = template ?? templates[0]?.name
  const over = codePoints(dilemma) - lengths.framing
  const why =
    title.trim() === ''
      ? w.why.title
      : dilemma.trim() === ''
        ? w.why.dilemma
        : over > 0
          ? w.why.tooLong(over)
          : retain <= isoDay(wallNow())
            ? w.why.day
            : null
  const make = async () => {
    if (why !== null || busy) return
    setBusy(true)
    const perspectives = lenses.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
    const answer = await api.make({
      title: title.trim(),
      dilemma: dilemma.trim(),
      locale,
      ...(chosen === undefined ? {} : { programme: chosen }),
      settings: { perspectives },
      // Kept through the chosen day: deleting begins with the next one.
      retainUntil: isoDay(Date.parse(retain) + day),
    })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.message ?? w.away)
    keep(places.title, '')
    keep(places.dilemma, '')
    onMade(title.trim(), answer.body)
  }
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h1>{w.form.heading}</h1>
      <label className="field">
        {w.form.title}
        <input
          type="text"
          value={title}
          maxLength={lengths.title}
          onChange={(event) => {
            setTitle(event.target.value)
            keep(places.title, event.target.value)
          }}
        />
        <small className="help">{w.form.titleHelp}</small>
      </label>
      <div>
        <label className="field">
          {w.form.dilemma}
          <textarea
            rows={3}
            value={dilemma}
            onChange={(event) => {
              setDilemma(event.target.value)
              keep(places.dilemma, event.target.value)
            }}
          />
          <small className="help">{w.form.dilemmaHelp}</small>
        </label>
        <CharacterCount text={dilemma} maximum={lengths.framing} />
      </div>
      <fieldset>
        <legend>{w.form.template}</legend>
        <p className="help">{w.form.templateHelp}</p>
        {templates.map((one) => (
          <label key={one.name} className="template">
            <input type="radio" name="template" checked={chosen === one.name} onChange={() => setTemplate(one.name)} />
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
          {w.form.locale}
          <select value={locale} onChange={(event) => setLocale(event.target.value as Locale)}>
            <option value="nl">{w.form.locales.nl}</option>
            <option value="en">{w.form.locales.en}</option>
          </select>
        </label>
        <label className="field">
          {w.form.retain}
          <input type="date" value={retain} min={isoDay(wallNow() + day)} onChange={(event) => setRetain(event.target.value)} />
          <small className="help">{w.form.retainHelp}</small>
        </label>
      </div>
      <label className="field">
        {w.form.perspectives}
        <textarea rows={4} value={lenses} onChange={(event) => setLenses(event.target.value)} />
        <small className="help">{w.form.perspectivesHelp}</small>
      </label>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <div>
          <Button submit tone="main" why={why} busy={busy}>
            {w.form.go}
          </Button>
        </div>
        <Button onPress={onCancel}>{w.form.cancel}</Button>
      </div>
    </form>
  )
}
