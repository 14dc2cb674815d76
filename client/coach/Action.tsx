import { type MouseEvent, type ReactNode, useContext, useState } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import { Button as PlainButton } from '../parts/Button.tsx'
import { useAct } from '../session/useAct.ts'
import { useSentence } from '../session/useSentence.ts'
import { DeskContext } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { KeyName } from './Glyph.tsx'
import { isSo } from './isSo.ts'
import { useWhyNot } from './whyNot.ts'

type Looks = {
  tone?: 'main' | 'plain' | 'quiet' | 'alarm' /** the key that does the same */
  hint?: string
  label?: string
  pressed?: boolean /** the reason shows when it is asked for */
  compact?: boolean
  /** the way back, marked while it lasts */
  look?: 'back'
}
type ButtonProps = Looks & {
  children: ReactNode
  onPress: (event: MouseEvent) => void
  why?: string | null
  busy?: boolean
  turning?: string | null
}

/** The desk's button: with its key, and in tight places with its reason behind a tap. */
export const Button = ({ children, hint, compact = false, look, ...button }: ButtonProps) => {
  const letters = useContext(DeskContext)?.letters ?? false
  return (
    <span className={`action${compact ? ' action-compact' : ''}${look === undefined ? '' : ` action-${look}`}`}>
      <PlainButton {...button}>
        {children}
        {hint === undefined || !letters ? null : (
          <span className="key" aria-hidden="true">
            <KeyName name={hint} />
          </span>
        )}
      </PlainButton>
    </span>
  )
}

/** A button that sends one command, and shows what the server says when it refuses. */
export const Action = ({
  command,
  why = null,
  turning = null,
  onDone,
  children,
  ...looks
}: Looks & {
  command: Command
  /** A reason of the desk's own, said before the permission table's. */
  why?: string | null
  turning?: string | null
  onDone?: (answer: Record<string, unknown>) => void
  children: ReactNode
}) => {
  const { act, busy, refusal } = useAct(isSo)
  const whyNot = useWhyNot()
  const press = async () => {
    const answer = await act(command)
    if (answer.ok) onDone?.(answer)
  }
  return (
    <span className="act">
      <Button {...looks} busy={busy} why={why ?? whyNot(command.type)} turning={turning} onPress={press}>
        {children}
      </Button>
      <Refused refusal={refusal} />
    </span>
  )
}

export const Refused = ({ refusal }: { refusal: { code: string; message?: string } | null }) => {
  const say = useSentence()
  const [seen, setSeen] = useState<unknown>(null)
  return refusal === null || seen === refusal ? null : <Told sentence={say(refusal)} onDismiss={() => setSeen(refusal)} />
}

/** Said at once, until it is put away. */
export const Told = ({ sentence, onDismiss }: { sentence: string; onDismiss: () => void }) => {
  const w = useDeskWords()
  return (
    <span role="alert" className="refused">
      {sentence}
      <button type="button" className="button button-quiet" onClick={onDismiss}>
        {w.side.dismiss}
      </button>
    </span>
  )
}
