import { type ComponentType, lazy, Suspense } from 'react'
import { begin } from './parts/begin.tsx'
import { Loading } from './parts/Loading.tsx'
import { useFirstPart } from './parts/place.tsx'
import { type Desk, deskAt } from './roles.ts'
import { withWords } from './session/language.ts'

/** Each is fetched with its words. */
const fetched: Record<Desk, () => Promise<{ default: ComponentType }>> = {
  coach: () => withWords(import('./coach/Coach.tsx').then(({ Coach }) => ({ default: Coach }))),
  scherm: () => withWords(import('./screen/Screen.tsx').then(({ Screen }) => ({ default: Screen }))),
  eigenaar: () => withWords(import('./owner/Owner.tsx').then(({ Owner }) => ({ default: Owner }))),
  organisator: () => withWords(import('./organiser/Organiser.tsx').then(({ Organiser }) => ({ default: Organiser }))),
}
const pages: Record<Desk, ComponentType> = {
  coach: lazy(fetched.coach),
  scherm: lazy(fetched.scherm),
  eigenaar: lazy(fetched.eigenaar),
  organisator: lazy(fetched.organisator),
}

/** One bundle for each role. A code that a coach enters may turn a device of one role into one of another. */
const Pages = () => {
  const desk = deskAt(`/${useFirstPart()}`)
  const Page = desk === null ? null : pages[desk]
  return <Suspense fallback={<Loading />}>{Page === null ? null : <Page />}</Suspense>
}
export const start = (at: HTMLElement): (() => void) => begin(at, <Pages />)
