import { type ReactNode, useId, useState } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import { useAct } from '../session/useAct.ts'
import { useWhyNot } from './whyNot.ts'
import { useCoachWords } from './words.ts'

type Looks = { tone?: 'main' | 'plain' | 'quiet' | 'alarm'; hint?: string; title?: string; compact?: boolean }

/** A button that stays reachable while it cannot be used, and says why. */
export const Button = ({ children, onPress, why = null, busy = false, tone = 'plain', hint, title, compact = false, pressed, label }: Looks & {
  children: ReactNode
  onPress: () => void
  why?: string | null
  busy?: boolean
  pressed?: boolean
  label?: string
}) => {
  const reason = useId()
  return (
    <span className={`action${compact ? ' action-compact' : ''}`}>
      <button
        type="button"
        className={`button button-${tone}`}
        aria-disabled={why !== null || busy || undefined}
        aria-describedby={why === null ? undefined : reason}
        aria-pressed={pressed}
        aria-label={label}
        aria-keyshortcuts={hint}
        title={why ?? title}
        onClick={() => {
          if (why === null && !busy) onPress()
        }}
      >
        {children}
        {hint === undefined ? null : <kbd aria-hidden="true">{hint}</kbd>}
      </button>
      {why === null ? null : (
        <small id={reason} className="why">
          {why}
        </small>
      )}
    </span>
  )
}

/** A button that sends one command, and shows what the server says when it refuses. */
export const Action = ({ command, why = null, onDone, children, ...looks }: Looks & {
  command: Command
  /** A reason of the desk's own, said before the permission table's. */
  why?: string | null
  onDone?: (answer: Record<string, unknown>) => void
  children: ReactNode
  pressed?: boolean
  label?: string
}) => {
  const { act, busy, refusal } = useAct()
  const whyNot = useWhyNot()
  const press = async () => {
    const answer = await act(command)
    if (answer.ok) onDone?.(answer)
  }
  return (
    <span className="act">
      <Button {...looks} busy={busy} why={why ?? whyNot(command.type)} onPress={press}>
        {children}
      </Button>
      <Refused refusal={refusal} />
    </span>
  )
}

export const Refused = ({ refusal }: { refusal: { message: string } | null }) => {
  const w = useCoachWords()
  const [seen, setSeen] = useState<unknown>(null)
  if (refusal === null || seen === refusal) return null
  return (
    <span role="alert" className="refused">
      {refusal.message}
      <button type="button" className="button button-quiet" onClick={() => setSeen(refusal)}>
        {w.side.dismiss}
      </button>
    </span>
  )
}
