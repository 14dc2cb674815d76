import { chooseLanguage, useLanguage } from '../session/language.ts'

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
