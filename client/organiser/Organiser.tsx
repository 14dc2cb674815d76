import { useEffect, useMemo, useState } from 'react'
import { takeSecret } from '../parts/doors.ts'
import { TownFoot } from '../parts/Town.tsx'
import { makeApi } from './api.ts'
import { KeyForm } from './KeyForm.tsx'
import { forgetKey, keepKey, keyInFragment, readKey } from './key.ts'
import { Pleins } from './Pleins.tsx'
import { useOrganiserWords } from './words.ts'
import '../styles/organiser.css'

/** The key of the link, once; then the one that this device kept. */
const start = (): string | null => {
  const secret = takeSecret()
  if (secret !== null) keepKey(keyInFragment(secret))
  return readKey()
}

export const Organiser = () => {
  const w = useOrganiserWords()
  const [key, setKey] = useState(start)
  const [wrong, setWrong] = useState(false)
  const api = useMemo(() => (key === null ? null : makeApi(key)), [key])
  useEffect(() => {
    document.title = w.title
  }, [w])
  const forget = (refused: boolean) => {
    forgetKey()
    setKey(null)
    setWrong(refused)
  }
  return (
    <main className="organiser">
      {api === null ? (
        <KeyForm
          wrong={wrong}
          onKey={(text) => {
            keepKey(text)
            setKey(text)
          }}
        />
      ) : (
        <Pleins api={api} onWrongKey={() => forget(true)} onForget={() => forget(false)} />
      )}
      <TownFoot />
    </main>
  )
}
