import { type ReactNode, useId } from 'react'

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
  onPress?: () => void
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
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        className={`button button-${tone}${busy ? ' button-busy' : ''}`}
        aria-disabled={still || undefined}
        aria-busy={busy || undefined}
        aria-describedby={why === null ? undefined : reason}
        aria-pressed={pressed}
        aria-label={label}
        onClick={(event) => {
          if (still) event.preventDefault()
          else onPress?.()
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
