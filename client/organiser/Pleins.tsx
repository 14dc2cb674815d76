import { useCallback, useEffect, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useSharedWords } from '../parts/words.ts'
import type { Api, Listed, Made } from './api.ts'
import { Detail } from './Detail.tsx'
import { MakeForm } from './MakeForm.tsx'
import { Ready } from './Ready.tsx'
import { useOrganiserWords } from './words.ts'

type View = { view: 'list' } | { view: 'make' } | { view: 'made'; title: string; made: Made }

/** One thing at a time: the list, a new Plein, or the links of the one that was just made. */
export const Pleins = ({ api, onWrongKey, onForget }: { api: Api; onWrongKey: () => void; onForget: () => void }) => {
  const w = useOrganiserWords()
  const [view, setView] = useState<View>({ view: 'list' })
  const [pleins, setPleins] = useState<Listed[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const load = useCallback(async () => {
    const answer = await api.list()
    if (answer.ok) setPleins(answer.body.pleins)
    else if (answer.status === 401 || answer.status === 403) return onWrongKey()
    setProblem(answer.ok ? null : (answer.message ?? w.away))
  }, [api, onWrongKey, w.away])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each key; a change of language asks for nothing
  useEffect(() => {
    void load()
  }, [api])
  const list = () => {
    setView({ view: 'list' })
    void load()
  }
  if (view.view === 'make') return <MakeForm api={api} onMade={(title, made) => setView({ view: 'made', title, made })} onCancel={list} />
  if (view.view === 'made') return <Ready title={view.title} made={view.made} onDone={list} />
  return (
    <>
      <header className="organiser-head">
        <h1>{w.heading}</h1>
        <Button tone="main" onPress={() => setView({ view: 'make' })}>
          {w.make}
        </Button>
      </header>
      {problem === null ? null : (
        <Notice tone="alarm">
          <p>{problem}</p>
          <p>
            <Button onPress={() => void load()}>{w.again}</Button>
          </p>
        </Notice>
      )}
      {pleins === null ? (
        problem === null ? (
          <p role="status">{w.loading}</p>
        ) : null
      ) : pleins.length === 0 ? (
        <p className="help">{w.empty}</p>
      ) : (
        <ul className="pleins">
          {pleins.map((plein) => (
            <Row key={plein.id} api={api} plein={plein} onChanged={() => void load()} />
          ))}
        </ul>
      )}
      <footer className="organiser-foot">
        <LanguageSwitch />
        <Button tone="quiet" onPress={onForget}>
          {w.key.forget}
        </Button>
      </footer>
    </>
  )
}

const Row = ({ api, plein, onChanged }: { api: Api; plein: Listed; onChanged: () => void }) => {
  const w = useOrganiserWords()
  const { date } = useSharedWords()
  const [open, setOpen] = useState(false)
  return (
    <li className="plein">
      <div className="plein-line">
        <div>
          <h2>{plein.title}</h2>
          <p className="help">
            {w.stages[plein.stage]} · {w.made(date(Date.parse(plein.createdAt)))} · {w.keptUntil(date(Date.parse(plein.retainUntil)))}
          </p>
        </div>
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-label={`${w.detail.open}: ${plein.title}`}
          onClick={() => setOpen(!open)}
        >
          {w.detail.open}
        </button>
      </div>
      {open ? <Detail api={api} plein={plein} onChanged={onChanged} /> : null}
    </li>
  )
}
