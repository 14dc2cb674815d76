import { useCallback, useEffect, useState } from 'react'
import type { IntakeCircle, Line } from '../../shared/domain/intake/talk.ts'
import { stageText } from '../../shared/wire/messages.ts'
import { useProse, useSession } from '../session/SessionProvider.tsx'
import { useAct } from '../session/useAct.ts'
import { useSentence } from '../session/useSentence.ts'
import type { TextField } from '../session/useText.ts'
import { Button } from './Button.tsx'
import { useLaterSharedWords } from './laterWords.ts'
import { Notice } from './Notice.tsx'

type Earlier = { at: number; words: string }
const firstWords = (words: string): string => {
  const line = words.trim().replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, line.lastIndexOf(' ', 80) > 40 ? line.lastIndexOf(' ', 80) : 80)}…` : line
}

/** What was typed on this device and never reached the server, because the page was loaded anew before there was a line. */
const NotSent = ({ field: { name, root, text, write } }: { field: TextField }) => {
  const w = useLaterSharedWords()
  const prose = useProse()
  const [left, setLeft] = useState(() => prose.left(name, root))
  const drop = useCallback(
    (words: string) => {
      prose.drop(name, root, words)
      setLeft(prose.left(name, root))
    },
    [prose, name, root],
  )
  const there = left.find((words) => words.trim() === '' || text.includes(words))
  useEffect(() => {
    if (there !== undefined) drop(there)
  }, [there, drop])
  return left
    .filter((words) => words !== there)
    .map((words) => (
      <Notice key={words}>
        <p>{w.earlier.left}</p>
        <p className="said">{words}</p>
        <div className="pair">
          <Button
            onPress={() => {
              write(words)
              drop(words)
            }}
          >
            {w.earlier.restore}
          </Button>
          <Button tone="quiet" onPress={() => drop(words)}>
            {w.earlier.drop}
          </Button>
        </div>
      </Notice>
    ))
}

/** What a co-written text was before, each to be put back with one tap, and that to be taken back with one more. */
export const EarlierVersions = ({
  field,
  line,
  of,
}: {
  field: TextField
  /** Of the intake. */
  line?: Line & { circle: IntakeCircle }
  /** Said to a reader's ears, where a page has those of two texts. */
  of?: string
}) => {
  const { text, write, ready } = field
  const w = useLaterSharedWords()
  const say = useSentence()
  const { now } = useSession()
  const { act, busy, refusal } = useAct()
  const [versions, setVersions] = useState<readonly Earlier[] | null>(null)
  const [restored, setRestored] = useState<{ at: number; before: string } | null>(null)
  const ask = async () => {
    const answer = await act({
      type: 'text.earlier',
      ...(line ? { line } : {}),
      ...(field.name === stageText ? { stage: true } : {}),
      ...(field.name === 'text/blog' ? { blog: true } : {}),
    })
    if (answer.ok) setVersions(answer['earlier'] as Earlier[])
  }
  const restore = ({ at, words }: Earlier) => {
    setRestored({ at, before: text })
    write(words)
  }
  // Of what was written before this was kept no time is known.
  const when = (at: number): string =>
    at === 0 ? w.earlier.before : w.date(at) === w.date(now()) ? w.time(at) : w.earlier.on(w.date(at), w.time(at))
  if (!ready) return null
  return (
    <>
      <NotSent field={field} />
      <details
        className="earlier"
        onToggle={(event) => {
          if (event.currentTarget.open) void ask()
        }}
      >
        <summary>
          {w.earlier.heading}
          {of === undefined ? null : <span className="for-ears">: {of}</span>}
        </summary>
        {versions?.length === 0 ? <p className="help">{w.earlier.none}</p> : null}
        {versions === null || versions.length === 0 ? null : (
          <ol aria-busy={busy}>
            {versions.map((version) => (
              <li key={`${version.at} ${version.words}`}>
                <p>
                  <b>{when(version.at)}</b> <q>{firstWords(version.words)}</q> <small>{w.earlier.length(version.words.length)}</small>
                </p>
                <Button label={w.earlier.restoreThis(when(version.at), firstWords(version.words))} onPress={() => restore(version)}>
                  {w.earlier.restore}
                </Button>
              </li>
            ))}
          </ol>
        )}
        <p role="status">{restored === null ? '' : w.earlier.restored(when(restored.at))}</p>
        {restored === null ? null : (
          <Button
            tone="quiet"
            onPress={() => {
              write(restored.before)
              setRestored(null)
            }}
          >
            {w.earlier.undo}
          </Button>
        )}
        {refusal === null ? null : (
          <Notice tone="alarm">
            <p>{say(refusal)}</p>
          </Notice>
        )}
      </details>
    </>
  )
}
