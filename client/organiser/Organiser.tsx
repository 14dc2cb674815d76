import { useEffect, useMemo, useState } from 'react'
import { takeSecret } from '../parts/doors.ts'
import { TownFoot } from '../parts/Town.tsx'
import { draftNames, dropDraft } from '../session/drafts.ts'
import { makeApi } from './api.ts'
import { KeyForm } from './KeyForm.tsx'
import { forgetKey, keepKey, keyInFragment, readKey } from './key.ts'
import { Pleins } from './Pleins.tsx'
import { coming } from './wish.ts'
import { useOrganiserWords } from './words.ts'
import '../styles/organiser.css'

/** The key of a link that was opened: kept at once where there is no other, else only when the server has known it. An old link must not take the
 *  good key away. */
const offered = (): string | null => {
  const secret = takeSecret()
  if (secret === null) return null
  const key = keyInFragment(secret)
  const known = readKey()
  if (known === null) keepKey(key)
  return known === null || known === key ? null : key
}

export const Organiser = () => {
  const w = useOrganiserWords()
  const [offer, setOffer] = useState(offered)
  const [known, setKnown] = useState(readKey)
  const [wrong, setWrong] = useState(false)
  const key = offer ?? known
  const api = useMemo(() => (key === null ? null : makeApi(key)), [key])
  useEffect(() => {
    document.title = w.title
  }, [w])
  useEffect(() => {
    // Forgotten, or given anew, in another tab; or the page comes back as it was left.
    const look = () => setKnown(readKey())
    // A link that is put into the address of an open page changes only the fragment.
    const take = () => {
      const other = offered()
      if (other !== null) setOffer(other)
      setWrong(false)
      look()
    }
    addEventListener('storage', look)
    addEventListener('pageshow', look)
    addEventListener('hashchange', take)
    return () => {
      removeEventListener('storage', look)
      removeEventListener('pageshow', look)
      removeEventListener('hashchange', take)
    }
  }, [])
  const refused = () => {
    setWrong(true)
    if (offer === null) forgetKey()
    setOffer(null)
    setKnown(readKey())
  }
  const right = () => {
    if (offer !== null) keepKey(offer)
    setOffer(null)
    setKnown(readKey())
  }
  const forget = () => {
    for (const name of draftNames(coming)) dropDraft(coming, name)
    forgetKey()
    setWrong(false)
    setOffer(null)
    setKnown(null)
  }
  return (
    <main className="organiser">
      {api === null ? (
        <KeyForm
          wrong={wrong}
          onKey={(text) => {
            keepKey(text)
            setWrong(false)
            setKnown(text)
          }}
        />
      ) : (
        <Pleins api={api} oldLink={wrong} onWrongKey={refused} onRightKey={right} onForget={forget} />
      )}
      <TownFoot />
    </main>
  )
}
