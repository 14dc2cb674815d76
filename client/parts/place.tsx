import { type ReactNode, useSyncExternalStore } from 'react'
import { go, onPlace, pathNow, staysHere } from '../session/place.ts'

/** The Plein that the address names behind this first part, or null: `/coach/<plein>`. */
export const usePleinAt = (first: string): string | null => {
  const [, part, plein] = useSyncExternalStore(onPlace, pathNow).split('/')
  return part === first && plein ? decodeURIComponent(plein) : null
}
/** The first part of the address. */
export const useFirstPart = (): string => useSyncExternalStore(onPlace, pathNow).split('/')[1] ?? ''

/** A link that stays on this page. */
export const Link = ({ href, className, children }: { href: string; className?: string; children: ReactNode }) => (
  <a
    href={href}
    className={className}
    onClick={(event) => {
      if (!staysHere(event)) return
      event.preventDefault()
      go(href)
    }}
  >
    {children}
  </a>
)
