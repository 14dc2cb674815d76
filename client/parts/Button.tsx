import { type MouseEvent, type ReactNode, useId } from 'react'

/** What NL Design System calls them. */
const appearances = {
  main: 'utrecht-button--primary-action',
  plain: 'utrecht-button--secondary-action',
  quiet: 'utrecht-button--subtle',
  alarm: 'utrecht-button--secondary-action utrecht-button--danger',
} as const

/** A button that stays reachable while it cannot be used, and says why. */
export const Button = ({
  children,
  onPress,
  tone = 'plain',
  why = null,
  busy = false,
  pressed,
  label,
  submit = false,
}: {
  children: ReactNode
  onPress?: (event: MouseEvent) => void
  tone?: 'main' | 'plain' | 'quiet' | 'alarm'
  /** The reason why it cannot be used now. */
  why?: string | null
  busy?: boolean
  pressed?: boolean
  label?: string
  submit?: boolean
}) => {
  const reason = useId()
  const still = why !== null || busy
  const classes = [
    `utrecht-button ${appearances[tone]} button button-${tone}`,
    ...(still ? ['utrecht-button--disabled'] : []),
    ...(pressed ? ['utrecht-button--pressed'] : []),
    ...(busy ? ['button-busy'] : []),
  ].join(' ')
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        className={classes}
        aria-disabled={still || undefined}
        aria-busy={busy || undefined}
        aria-describedby={why === null ? undefined : reason}
        aria-pressed={pressed}
        aria-label={label}
        onClick={(event) => {
          if (still) event.preventDefault()
          else onPress?.(event)
        }}
        onKeyDown={(event) => {
          // A key that is held down presses once.
          if (event.repeat && event.key === 'Enter') event.preventDefault()
        }}
      >
        {children}
      </button>
      {why === null ? null : (
        <small id={reason} className="why">
          {why}
        </small>
      )}
    </>
  )
}
