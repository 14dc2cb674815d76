import { useState } from 'react'
import { within } from '../../shared/text/ownLines.ts'
import { Button } from '../parts/Button.tsx'
import { Mark, type MarkShape } from '../parts/Mark.tsx'
import { Given } from '../parts/Shared.tsx'
import { readDraft } from '../session/drafts.ts'
import { useLater } from '../session/later.ts'
import type { OwnLine, OwnState } from '../session/ownIdeas.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useContributing, useSession } from '../session/SessionProvider.tsx'
import { useEntry, usePlein } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { editDraft } from './forms.ts'
import { writingLater } from './later.ts'
import type { Changed } from './promise.ts'
import { useWritingWords } from './words.ts'

/** A word with a mark of its own: a state is never a colour alone. */
const marks: Record<OwnState, MarkShape> = {
  held: 'waiting',
  sending: 'waiting',
  sent: 'done',
  shared: 'done',
  hidden: 'away',
  withdrawn: 'away',
  refused: 'alarm',
}

export const OwnIdea = ({
  line,
  post,
  forget,
  listed = false,
}: {
  line: OwnLine
  post: OwnStore['post']
  forget: OwnStore['forget']
  /** What was not sent stands elsewhere on the page. */
  listed?: boolean
}) => {
  const w = useWritingWords()
  const say = useSentence()
  const may = useMay()
  const { plein, send } = useSession()
  const { outbox } = useContributing()
  // A change that was half-written when the page went is opened again.
  const [mode, setMode] = useState<'look' | 'edit' | 'withdraw'>(() => (readDraft(plein, editDraft(line.key)) === '' ? 'look' : 'edit'))
  const come = useLater(writingLater)
  const group = useEntry('board', 'clusters', line.cluster)?.name
  const gone = line.state === 'withdrawn'
  const sealed = usePlein()?.stage === 'closed' && !may('idea.withdraw')
  const { refused } = line
  // A seat answers once after a vote, also when it took that back (M2).
  const anew = line.state === 'refused' || (gone && line.as !== 'condition' && may('idea.post'))

  /** Resolves when the phone has it on disk. */
  const save = async ({ text, who, day }: Changed) => {
    setMode('look')
    const commits = line.as === 'commitment'
    const same = text === line.text && (!commits || (who.trim() === (line.who ?? '') && day === (line.day ?? '')))
    const stored = anew
      ? post({
          as: line.as,
          text,
          phase: line.phase,
          ...(who.trim() === '' ? {} : { who }),
          ...(line.by === null ? {} : { by: line.by }),
          ...(line.about ? { about: line.about } : {}),
          ...(day === '' ? {} : { day }),
        })
      : !same || refused
        ? outbox.add({ type: 'idea.edit', key: line.key, text, ...(commits ? { who, day } : {}) }).stored
        : null
    // Behind it, on disk too: a page that goes in between finds the old words or the new ones, and never neither.
    if (refused) outbox.dismiss(refused.id)
    if (anew) forget(line.key)
    await stored
  }

  if (mode === 'edit' && !listed && come !== null) return <come.EditIdea line={line} onSave={save} onLeave={() => setMode('look')} />
  return (
    <div className="card">
      <p className="said" translate="no">
        {within(line.text)}
      </p>
      <Given it={line} />
      <p className={`state state-${line.state}`}>
        <Mark shape={marks[line.state]} />
        {line.state === 'sent' && sealed ? w.own.sealed : w.own.state[line.state]}
      </p>
      {group === undefined || gone ? null : <p className="state">{w.own.group(group)}</p>}
      {line.changing === 'no' ? null : <p className="state">{w.own.changing[line.changing]}</p>}
      {refused?.refused ? (
        <p className="problem" role="alert">
          {say(refused.refused)}
        </p>
      ) : null}
      {mode === 'withdraw' && come !== null ? (
        <come.WithdrawIdea
          line={line}
          onYes={() => {
            setMode('look')
            void send({ type: 'idea.withdraw', key: line.key })
          }}
          onLeave={() => setMode('look')}
        />
      ) : (
        <div className="tools">
          {!listed && (anew || (!gone && (may('idea.edit') || refused))) ? (
            <Button tone="quiet" label={w.own.editThis(line.text)} onPress={() => setMode('edit')}>
              {anew ? w.own.again : w.own.edit}
            </Button>
          ) : null}
          {!gone && line.state !== 'refused' && may('idea.withdraw') ? (
            <Button tone="quiet" label={w.own.withdrawThis(line.text)} onPress={() => setMode('withdraw')}>
              {w.own.withdraw}
            </Button>
          ) : null}
          {gone || line.state === 'refused' ? (
            <Button
              tone="quiet"
              onPress={() => {
                if (refused) outbox.dismiss(refused.id)
                forget(line.key)
              }}
            >
              {w.own.forget}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  )
}
