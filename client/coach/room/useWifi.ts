import { keepDraft } from '../../session/drafts.ts'
import { useDraft } from '../../session/useDraft.ts'
import { useDesk } from '../desk.ts'

const places = { name: 'wifi-name', password: 'wifi-password' }

/** The room's own Wi-Fi as this coach typed it. Kept on this device only, until this desk can be used no more: no message holds it. */
export const useWifi = () => {
  const { plein } = useDesk()
  const [name, setName] = useDraft(plein, places.name)
  const [password, setPassword] = useDraft(plein, places.password)
  const forget = () => {
    setName('')
    setPassword('')
  }
  return { name, password, setName, setPassword, forget }
}

export const forgetWifi = (plein: string): void => {
  for (const place of Object.values(places)) keepDraft(plein, place, '')
}
