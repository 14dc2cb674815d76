import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Receipt } from '../parts/Receipt.tsx'
import { Wipe } from './Wipe.tsx'

/** At the foot of every page: language, what is kept, and taking everything off this phone. */
export const More = () => (
  <footer className="more">
    <LanguageSwitch />
    <Receipt />
    <Wipe help />
  </footer>
)
