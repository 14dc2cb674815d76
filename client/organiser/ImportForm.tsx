import { useEffect, useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LinkCard } from '../parts/LinkCard.tsx'
import { Notice } from '../parts/Notice.tsx'
import { wallNow } from '../session/clock.ts'
import type { Api, Taken } from './api.ts'
import { afterDay, day, isDay, isoDay } from './days.ts'
import { wished } from './wish.ts'
import { useOrganiserWords } from './words.ts'

/** So long it is kept when the date that its file names has passed. */
const keptFor = 90 * day
/** The links of a Plein that nobody joins. */
const roles = ['coach', 'screen', 'owner'] as const

const read = async (file: File): Promise<{ title: string; outcome: object } | null> => {
  try {
    const outcome = JSON.parse(await file.text())
    return typeof outcome?.plein?.title === 'string' ? { title: outcome.plein.title, outcome } : null
  } catch {
    return null
  }
}

/** A Plein from its own outcome: its file is the JSON that every Plein leaves. The server looks whether it is one. */
export const ImportForm = ({ api, onDone }: { api: Api; onDone: () => void }) => {
  const w = useOrganiserWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [taken, setTaken] = useState<(Taken & { title: string }) | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page has become another one when it was taken in
  useEffect(() => heading.current?.focus(), [taken])
  const why = file === null ? w.import.why : until !== null && (!isDay(until) || until <= isoDay(wallNow())) ? w.why.day : null
  const take = async () => {
    if (why !== null || file === null || busy) return
    setBusy(true)
    const it = await read(file)
    const answer = it && (await wished('import', (wish) => api.take(wish, it.outcome, until === null ? null : afterDay(until))))
    setBusy(false)
    if (it && answer?.ok) return setTaken({ ...answer.body, title: it.title })
    if (answer && !answer.ok && answer.code === 'retention-over') setUntil(isoDay(wallNow() + keptFor))
    setProblem(answer && !answer.ok ? (answer.message ?? w.away) : w.import.unreadable)
  }
  if (taken !== null)
    return (
      <>
        <h1 ref={heading} tabIndex={-1}>
          {w.import.done(taken.title)}
        </h1>
        <p>{w.import.doneHelp}</p>
        <Notice>
          <p>{w.ready.help}</p>
        </Notice>
        <div className="link-cards">
          {roles.map((role) => (
            <LinkCard key={role} name={w.links[role]} help={w.links[`${role}Help`]} link={taken.links[role]} words={w.links} />
          ))}
        </div>
        <p>
          <Button onPress={onDone}>{w.ready.done}</Button>
        </p>
      </>
    )
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault()
        void take()
      }}
    >
      <h1 ref={heading} tabIndex={-1}>
        {w.import.heading}
      </h1>
      <p>{w.import.help}</p>
      <label className="field">
        {w.import.file}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null)
            setUntil(null)
            setProblem(null)
          }}
        />
        <small className="help">{w.import.fileHelp}</small>
      </label>
      {until === null ? null : (
        <label className="field">
          {w.form.retain}
          <input type="date" value={until} min={isoDay(wallNow() + day)} onChange={(event) => setUntil(event.target.value)} />
          <small className="help">{w.form.retainHelp}</small>
        </label>
      )}
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <div>
          <Button submit tone="main" why={why} busy={busy}>
            {w.import.go}
          </Button>
        </div>
        {/* What was asked is done: its links are told here and nowhere else. */}
        <Button busy={busy} onPress={onDone}>
          {w.form.cancel}
        </Button>
      </div>
    </form>
  )
}
