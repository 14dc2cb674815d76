import { townContact, townName } from '../session/theme.ts'
import { useSharedWords } from './words.ts'

/** Whose board this is, where a visitor looks first; nothing without a theme. */
export const TownName = () => {
  const name = townName()
  return name === null ? null : <span className="town">{name}</span>
}

/** At the foot of a page that somebody may be lost on. */
export const TownFoot = () => {
  const w = useSharedWords()
  const name = townName()
  const contact = townContact()
  if (name === null) return null
  return (
    <footer className="town-foot">
      <p>{w.theme.board(name)}</p>
      {contact === null ? null : (
        <p>
          {w.theme.questions} {contact.href === null ? contact.text : <a href={contact.href}>{contact.text}</a>}
        </p>
      )}
    </footer>
  )
}
