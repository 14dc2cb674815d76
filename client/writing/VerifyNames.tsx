import { useEffect, useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { Button } from '../parts/Button.tsx'
import { useSettling } from '../parts/useSettling.ts'
import { keepDraft, nameDraft, readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useContributing, useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useDraft } from '../session/useDraft.ts'
import { useOutbox } from '../session/useMine.ts'
import { useMay } from '../session/useSeat.ts'
import { useLaterWords } from './laterWords.ts'
import { useWhyNot } from './whyNot.ts'

const isAsked = ({ asked, cluster }: OwnLine): boolean => asked && cluster !== null

/** Whoever wrote an idea is asked whether the name of its group carries it: one idea at a time, and each answer leaves apart (see the outbox). */
export const VerifyNames = ({ lines }: { lines: readonly OwnLine[] }) => {
  const w = useLaterWords()
  const may = useMay()
  const [answered, setAnswered] = useState(0)
  const { plein } = useSession()
  const outbox = useOutbox()
  const begun = ({ key }: OwnLine): boolean => {
    const words = readDraft(plein, nameDraft(key))
    // Words that were sent stay a draft until the disk has them.
    return words !== '' && !outbox.some(({ command: it }) => it.type === 'cluster.verify' && it.key === key && it.words === words)
  }
  // Words that somebody began stay where they are when the coach stops asking, or closes the Plein (L4).
  const at = useRef<string>(undefined)
  // Emptied too, as long as they are in it.
  const isIn = ({ key }: OwnLine) =>
    key === at.current &&
    document.activeElement?.closest('.verify form') != null &&
    !outbox.some(({ command: it }) => it.type === 'cluster.verify' && it.key === key)
  const open = lines.filter(
    (it) => (it.state === 'sent' || it.state === 'shared') && ((may('cluster.verify') && isAsked(it)) || begun(it) || isIn(it)),
  )
  // Who answers about one idea is not taken from it by a question about an earlier one (L4).
  const line = open.find(({ key }) => key === at.current) ?? open.find(begun) ?? open[0]
  at.current = line?.key
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: whoever goes by the keyboard goes on with the next one, or reads that all is said.
  useEffect(() => {
    if (answered > 0) place.current?.focus()
  }, [answered])
  if (line === undefined && (answered === 0 || !may('cluster.verify'))) return null
  return (
    <div ref={place} tabIndex={-1}>
      <p className={line === undefined ? 'state state-sent' : 'for-ears'} role="status">
        {answered > 0 ? w.verify.thanks : ''}
      </p>
      {line === undefined ? null : <Name key={`${line.key}${line.cluster}`} line={line} onAnswer={() => setAnswered((n) => n + 1)} />}
    </div>
  )
}

const Name = ({ line, onAnswer }: { line: OwnLine; onAnswer: () => void }) => {
  const { key, text, cluster } = line
  const w = useLaterWords()
  const { plein } = useSession()
  const { outbox } = useContributing()
  const id = useId()
  const name = useEntry('board', 'clusters', cluster)?.name
  const [words, write] = useDraft(plein, nameDraft(key))
  const [writing, setWriting] = useState(words !== '')
  // The next idea's buttons stand where those of the one before stood, and those of the form where its opener stood.
  const turning = useSettling<boolean | null>(writing, null) ? w.verify.turning : null
  const why = useWhyNot()('cluster.verify') ?? (!isAsked(line) || name === undefined ? w.verify.over : null)
  if (why !== null && !writing) return null
  const say = (answer: 'yes' | 'words' | 'out') => {
    if (why !== null || cluster === null || name === undefined) return
    const draft = nameDraft(key)
    const { stored } = outbox.add({ type: 'cluster.verify', key, cluster, name, answer, ...(answer === 'words' ? { words } : {}) })
    void stored.then(() => readDraft(plein, draft) === words && keepDraft(plein, draft, ''))
    onAnswer()
  }
  return (
    <section className="card verify" aria-labelledby={id}>
      <h2 id={id}>{w.verify.heading}</h2>
      <dl className="verify-name">
        {name === undefined ? null : (
          <>
            <dt>{w.verify.group}</dt>
            <dd>{name}</dd>
          </>
        )}
        <dt>{w.verify.yours}</dt>
        <dd className="said">{text}</dd>
      </dl>
      {writing ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (words.trim() !== '') say('words')
          }}
        >
          <label className="field">
            {w.verify.label}
            <input
              type="text"
              // biome-ignore lint/a11y/noAutofocus: opened by the button that was just pressed
              autoFocus
              // Else the browser keeps the words beyond a wipe, and offers them to whoever has the phone next.
              autoComplete="off"
              maxLength={lengths.cluster}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </label>
          <div className="pair">
            <Button
              turning={turning}
              onPress={() => {
                write('')
                setWriting(false)
              }}
            >
              {w.verify.back}
            </Button>
            <Button submit why={why ?? (words.trim() === '' ? w.cards.empty : null)}>
              {w.verify.send}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <div className="pair">
            <Button turning={turning} onPress={() => say('yes')}>
              {w.verify.yes}
            </Button>
            <Button turning={turning} onPress={() => setWriting(true)}>
              {w.verify.words}
            </Button>
            <Button turning={turning} onPress={() => say('out')}>
              {w.verify.out}
            </Button>
          </div>
          <p className="help">
            {w.verify.sees} {w.verify.outHelp}
          </p>
        </>
      )}
    </section>
  )
}
