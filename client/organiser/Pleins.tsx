import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PrivacyLink } from '../parts/PrivacyLink.tsx'
import { language } from '../session/language.ts'
import { useLater } from '../session/later.ts'
import type { Api, Fresh, Listed } from './api.ts'
import { viewsLater } from './later.ts'
import { MakeForm } from './MakeForm.tsx'
import { Row } from './Row.tsx'
import { useOrganiserWords } from './words.ts'

type View = { view: 'list' | 'make' | 'import' } | { view: 'ready' | 'print'; fresh: Fresh }

/** One thing at a time: the list, a new Plein, one that is taken in, the links of one that was just made, or those links on paper. */
export const Pleins = ({ api, onWrongKey, onForget }: { api: Api; onWrongKey: () => void; onForget: () => void }) => {
  const w = useOrganiserWords()
  const come = useLater(viewsLater)
  const [view, setView] = useState<View>({ view: 'list' })
  const [pleins, setPleins] = useState<Listed[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [practising, setPractising] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  /** Links are known to the page that made them and to nobody else; as long as it stands open they can be looked at again. */
  const [kept, setKept] = useState<ReadonlyMap<string, Fresh>>(new Map())
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
  const back = useRef(false)
  useEffect(() => {
    if (view.view !== 'list' || !back.current) return
    back.current = false
    heading.current?.focus()
  }, [view])
  const list = () => {
    back.current = true
    setView({ view: 'list' })
    void load()
  }
  const made = (fresh: Fresh) => {
    setKept((known) => new Map(known).set(fresh.made.id, fresh))
    setView({ view: 'ready', fresh })
  }
  const practise = async () => {
    setPractising(true)
    const answer = await api.practice(language())
    setPractising(false)
    if (!answer.ok) return setProblem(answer.message ?? w.away)
    setProblem(null)
    const { title, dilemma } = answer.body
    made({ title, dilemma, made: answer.body, day: null, practice: true })
  }
  if (view.view === 'make') return <MakeForm api={api} onMade={made} onCancel={list} />
  if (view.view !== 'list') {
    if (come === null) return <p role="status">{w.loading}</p>
    if (!('fresh' in view)) return <come.ImportForm api={api} onDone={list} />
    const { fresh } = view
    if (view.view === 'print') return <come.PrintSheets fresh={fresh} onBack={() => setView({ view: 'ready', fresh })} />
    return <come.Ready fresh={fresh} onPrint={() => setView({ view: 'print', fresh })} onDone={list} />
  }
  const newOne = (
    <div className="row">
      <Button tone="main" onPress={() => setView({ view: 'make' })}>
        {w.make}
      </Button>
      <Button busy={practising} onPress={() => void practise()}>
        {w.practice.make}
      </Button>
      <Button tone="quiet" onPress={() => setView({ view: 'import' })}>
        {w.import.make}
      </Button>
    </div>
  )
  const empty = pleins !== null && pleins.length === 0
  return (
    <>
      <header className="organiser-head">
        <h1 ref={heading} tabIndex={-1}>
          {w.heading}
        </h1>
        {empty ? null : newOne}
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
      ) : empty ? (
        <section className="no-pleins">
          <h2>{w.empty}</h2>
          <p>{w.emptyHelp}</p>
          {newOne}
          <p className="help">{w.practice.help}</p>
        </section>
      ) : (
        <>
          <p className="help">{w.practice.help}</p>
          <ul className="pleins">
            {pleins.map((plein) => {
              const fresh = kept.get(plein.id)
              return (
                <Row
                  key={plein.id}
                  api={api}
                  plein={plein}
                  onChanged={() => void load()}
                  onLinks={fresh === undefined ? null : () => setView({ view: 'ready', fresh: { ...fresh, title: plein.title } })}
                />
              )
            })}
          </ul>
        </>
      )}
      <footer className="organiser-foot">
        <LanguageSwitch />
        <PrivacyLink />
        <Button tone="quiet" onPress={onForget}>
          {w.key.forget}
        </Button>
      </footer>
    </>
  )
}
