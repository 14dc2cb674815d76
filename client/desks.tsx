import { lazy, Suspense } from 'react'
import { begin } from './parts/begin.tsx'
import { Loading } from './parts/Loading.tsx'
import { useFirstPart } from './parts/place.tsx'
import { type Desk, fetched } from './roles.ts'

const page = (name: Desk) => lazy(async () => ({ default: (await fetched[name]()).Page }))
const pages: Record<Desk, ReturnType<typeof page>> = {
  coach: page('coach'),
  scherm: page('scherm'),
  eigenaar: page('eigenaar'),
  organisator: page('organisator'),
}

/** One bundle for each role. A code that a coach enters may turn a device of one role into one of another. */
const Pages = () => {
  const first = useFirstPart()
  const Page = Object.hasOwn(pages, first) ? pages[first as Desk] : null
  return <Suspense fallback={<Loading />}>{Page === null ? null : <Page />}</Suspense>
}
export const start = (at: HTMLElement): (() => void) => begin(at, <Pages />)
