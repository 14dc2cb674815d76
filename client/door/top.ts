import { chooseLanguage, language } from '../session/language.ts'
import { townContact, townName } from '../session/theme.ts'
import { element } from './element.ts'
import { beginWords } from './words.ts'

const names = { nl: 'Nederlands', en: 'English' } as const

/** Whose board this is, and the other language. The button stays where it is, and keeps the focus, while the page is said anew. */
export const top = () => {
  const name = townName()
  const other = () => (language() === 'nl' ? 'en' : 'nl')
  const turn = element('button', { type: 'button', class: 'button button-quiet' })
  turn.addEventListener('click', () => void chooseLanguage(other()))
  const say = () => {
    turn.lang = other()
    turn.textContent = names[other()]
  }
  say()
  return {
    it: element('div', { class: 'phone-top phone-top-right' }, name === null ? null : element('span', { class: 'town' }, name), turn),
    say,
  }
}

/** At the foot of a page that somebody may be lost on. */
export const foot = (): HTMLElement | null => {
  const w = beginWords()
  const name = townName()
  const contact = townContact()
  if (name === null) return null
  const where = contact?.href == null ? (contact?.text ?? null) : element('a', { href: contact.href }, contact.text)
  return element(
    'footer',
    { class: 'town-foot' },
    element('p', {}, w.theme.board(name)),
    where === null ? null : element('p', {}, `${w.theme.questions} `, where),
  )
}

/** The page that the server draws. `beside`: something goes on here, so it opens in a tab of its own. */
export const privacyLink = (beside: boolean): HTMLElement =>
  element(
    'p',
    { class: 'join-privacy' },
    element(
      'a',
      {
        class: 'button button-quiet',
        href: language() === 'en' ? '/privacy/en' : '/privacy',
        target: beside ? '_blank' : null,
        rel: beside ? 'noopener' : null,
      },
      beginWords().kept,
    ),
  )
