import { type MouseEvent, type ReactNode, useId } from 'react'

/** What NL Design System calls them. */
const appearances = {
  main: 'utrecht-button--primary-action',
  plain: 'utrecht-button--secondary-action',
  quiet: 'utrecht-button--subtle',
  alarm: 'utrecht-button--secondary-action utrecht-button--danger',
} as const

/** `detail` counts the presses of a pointer; for a key it is 0. */
export const isPointer = (event: MouseEvent): boolean => event.detail > 0

/** A button that stays reachable while it cannot be used, and says why. */
export const Button = ({
  children,
  onPress,
  tone = 'plain',
  why = null,
  busy = false,
  turning = null,
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
  /** Why it waits for a pointer: it has just become another button, and what was aimed at the former one must not press it. A key may. */
  turning?: string | null
  pressed?: boolean
  label?: string
  submit?: boolean
}) => {
  const reason = useId()
  const still = why !== null || busy
  const turns = turning !== null && !still
  const classes = [
    `utrecht-button ${appearances[tone]} button button-${tone}`,
    ...(still ? ['utrecht-button--disabled'] : []),
    ...(pressed ? ['utrecht-button--pressed'] : []),
    ...(busy ? ['button-busy'] : []),
    ...(turns ? ['button-turning'] : []),
  ].join(' ')
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        className={classes}
        aria-disabled={still || undefined}
        aria-busy={busy || turns || undefined}
        aria-describedby={why === null && !turns ? undefined : reason}
        aria-pressed={pressed}
        aria-label={label}
        onClick={(event) => {
          if (still || (turns && isPointer(event))) event.preventDefault()
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
      {turns ? (
        <span id={reason} hidden>
          {turning}
        </span>
      ) : null}
    </>
  )
}
