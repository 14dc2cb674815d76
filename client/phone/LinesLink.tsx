import { lineWords } from '../door/words.ts'
import { useLongAway } from '../parts/ConnectionLine.tsx'
import { go, staysHere } from '../session/place.ts'
import { useLanguage } from '../session/useLanguage.ts'

const address = '/verbinding'

/** The way to the page that tests the lines, once the line has been away so long that it will not come back by itself. */
export const LinesLinkWhenLong = () => {
  const long = useLongAway()
  useLanguage()
  if (!long) return null
  return (
    <a
      href={address}
      className="to-lines"
      onClick={(event) => {
        if (!staysHere(event)) return
        event.preventDefault()
        go(address)
      }}
    >
      {lineWords().heading}
    </a>
  )
}
