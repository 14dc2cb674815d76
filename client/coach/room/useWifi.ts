import { useDesk } from '../desk.ts'
import { useDraft } from '../draft.ts'

/** The room's own Wi-Fi as this coach typed it. Kept on this device only: no message holds it. */
export const useWifi = () => {
  const { plein } = useDesk()
  const [name, setName] = useDraft(plein, 'wifi-name')
  const [password, setPassword] = useDraft(plein, 'wifi-password')
  return { name, password, setName, setPassword }
}
