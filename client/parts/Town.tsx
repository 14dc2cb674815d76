import { townContact, townName } from '../session/theme.ts'
import { useSharedWords } from './words.ts'

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
