import { useLanguage, useWords } from '../session/useLanguage.ts'
import { beginning } from '../words/begin.ts'

/** The page that the server draws, for whoever is in no Plein yet. `beside`: something goes on here, so it opens in a tab of its own. */
export const PrivacyLink = ({ beside = false, words }: { beside?: boolean; words?: string }) => {
  const { kept } = useWords(beginning)
  const address = useLanguage() === 'en' ? '/privacy/en' : '/privacy'
  return (
    <a className="button button-quiet" href={address} {...(beside ? { target: '_blank', rel: 'noopener' } : {})}>
      {words ?? kept}
    </a>
  )
}
