import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PrivacyLink } from '../parts/PrivacyLink.tsx'
import { language } from '../session/language.ts'
import { useLater } from '../session/later.ts'
import type { Api, Fresh, LinkRole, Listed, Rotated } from './api.ts'
import { viewsLater } from './later.ts'
import { MakeForm } from './MakeForm.tsx'
import { Row } from './Row.tsx'
import { wished } from './wish.ts'
import { useOrganiserWords } from './words.ts'

type View = { view: 'list' | 'make' | 'import' } | { view: 'ready' | 'print'; fresh: Fresh }

/** With this link in the place of the one that it replaces. */
const withLink = (fresh: Fresh, role: LinkRole, { link, code = fresh.made.code }: Rotated): Fresh => ({
  ...fresh,
  made: { ...fresh.made, code, links: { ...fresh.made.links, [role === 'participant' ? 'join' : role]: link } },
})

/** One thing at a time: the list, a new Plein, one that is taken in, the links of one that was just made, or those links on paper. */
export const Pleins = ({
  api,
  oldLink,
  onWrongKey,
  onRightKey,
  onForget,
}: {
  api: Api
  /** The link that was opened has no key of this server; the one of this device does. */
  oldLink: boolean
  onWrongKey: () => void
  onRightKey: () => void
  onForget: () => void
}) => {
  const w = useOrganiserWords()
  const come = useLater(viewsLater)
  const [view, setView] = useState<View>({ view: 'list' })
  const [pleins, setPleins] = useState<Listed[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [practising, setPractising] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  /** Links are known to the page that made them and to nobody else; as long as it stands open they can be looked at again. */
  const [kept, setKept] = useState<ReadonlyMap<string, Fresh>>(new Map())
  /** Of two questions the answer to the first may come last, and hold what has gone since. */
  const asked = useRef(0)
  const load = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const answer = await api.list()
    if (mine !== asked.current) return
    if (answer.ok) {
      setPleins(answer.body.pleins)
      onRightKey()
    } else if (answer.status === 401 || answer.status === 403) return onWrongKey()
    setProblem(answer.ok ? null : (answer.message ?? w.away))
  }, [api, onWrongKey, onRightKey, w.away])
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
  const keep = (fresh: Fresh) => setKept((known) => new Map(known).set(fresh.made.id, fresh))
  const made = (fresh: Fresh) => {
    keep(fresh)
    setView({ view: 'ready', fresh })
  }
  const practise = async () => {
    setPractising(true)
    const answer = await wished('practice', (wish) => api.practice(wish, language()))
    // What was asked for before may stand in it by now.
    await load()
    setPractising(false)
    if (!answer.ok) return setProblem(answer.message ?? w.away)
    const { title, dilemma } = answer.body
    const fresh = { title, dilemma, made: answer.body, day: null, practice: true }
    keep(fresh)
    // Whoever went on to a form meanwhile stays in it (L4), and so does who types in the list.
    const typing = document.activeElement?.matches('input, textarea') ?? false
    setView((now) => (now.view === 'list' && !typing ? { view: 'ready', fresh } : now))
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
      {oldLink ? (
        <Notice>
          <p>{w.key.old}</p>
        </Notice>
      ) : null}
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
                  onRotated={(role, link) => fresh && keep(withLink(fresh, role, link))}
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
