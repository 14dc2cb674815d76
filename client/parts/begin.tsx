import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Failed } from './Failed.tsx'

/** Draws into `page` what React draws. The function that comes back takes it away. */
export const begin = (page: HTMLElement, what: ReactNode): (() => void) => {
  const root = createRoot(page)
  root.render(
    <StrictMode>
      <Failed>{what}</Failed>
    </StrictMode>,
  )
  // After what a first visit needs.
  import('../session/textsKept.ts').catch(() => undefined)
  return () => root.unmount()
}
