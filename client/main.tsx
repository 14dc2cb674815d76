import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/nlds.css'
import './styles/base.css'
import { Failed } from './parts/Failed.tsx'
import { Loading } from './parts/Loading.tsx'
import { addressWith, language } from './session/language.ts'

document.documentElement.lang = language()

const Phone = lazy(() => import('./phone/Phone.tsx').then((it) => ({ default: it.Phone })))
const Coach = lazy(() => import('./coach/Coach.tsx').then((it) => ({ default: it.Coach })))
const Screen = lazy(() => import('./screen/Screen.tsx').then((it) => ({ default: it.Screen })))
const Owner = lazy(() => import('./owner/Owner.tsx').then((it) => ({ default: it.Owner })))
const Organiser = lazy(() => import('./organiser/Organiser.tsx').then((it) => ({ default: it.Organiser })))

/** One bundle for each role: a phone loads nothing of the desk. */
const Pages = () => (
  <Suspense fallback={<Loading />}>
    <Switch>
      <Route path="/coach/*?" component={Coach} />
      <Route path="/scherm/*?" component={Screen} />
      <Route path="/eigenaar/*?" component={Owner} />
      <Route path="/organisator/*?" component={Organiser} />
      <Route component={Phone} />
    </Switch>
  </Suspense>
)

// Fetched only where a theme says `je`: all other phones do without its rules.
if (document.documentElement.dataset['address'] === 'je')
  await import('./words/address.ts').then(
    ({ withJe }) => addressWith(withJe),
    () => undefined,
  )

const page = document.getElementById('page')
if (page)
  createRoot(page).render(
    <StrictMode>
      <Failed>
        <Pages />
      </Failed>
    </StrictMode>,
  )
