import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Receipt } from '../parts/Receipt.tsx'
import { Wipe } from './Wipe.tsx'
import { usePhoneWords } from './words.ts'

/** At the foot of every page: language, what is kept, and taking everything off this phone. */
export const More = () => {
  const w = usePhoneWords()
  return (
    <footer className="more">
      <LanguageSwitch />
      <Receipt />
      <Wipe help={w.closed.wipeHelp} />
    </footer>
  )
}
