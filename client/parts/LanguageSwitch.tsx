import { chooseLanguage } from '../session/language.ts'
import { useLanguage } from '../session/useLanguage.ts'

const names = { nl: 'Nederlands', en: 'English' } as const

export const LanguageSwitch = () => {
  const now = useLanguage()
  const other = now === 'nl' ? 'en' : 'nl'
  return (
    <button type="button" className="button button-quiet" lang={other} onClick={() => chooseLanguage(other)}>
      {names[other]}
    </button>
  )
}
