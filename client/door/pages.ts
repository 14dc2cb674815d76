/** The door, the test of the lines, or the phone: one at a time, in one place of the page. React is behind the door. */
import { withWords } from '../session/language.ts'
import { go, onPlace } from '../session/place.ts'
import { readToken } from '../session/tokens.ts'
import { carrySeat, takeCarried } from './carried.ts'
import { failed } from './failed.ts'
import { joinPage } from './join.ts'
import { rememberArrived } from './joining.ts'
import { linesPage } from './lines.ts'

export { failed }

const phone = () => withWords(import('../phone/start.tsx'))

/** The Plein in which this device has a seat, if the address names one. */
const seat = (): { plein: string; token: string } | null => {
  const plein = /^\/p\/([^/]+)\/?$/.exec(location.pathname)?.[1]
  const token = plein === undefined ? null : readToken('participant', plein)
  return plein === undefined || token === null ? null : { plein, token }
}

export const phonePages = (page: HTMLElement): void => {
  let leave = () => {}
  let at = ''
  const enter = async () => {
    const { start } = await phone()
    const now = seat()
    if (now === null) return show()
    const place = `seat ${now.plein}`
    if (at === place) return
    at = place
    leave()
    leave = start(page, now.plein, now.token)
  }
  const onJoined = async (plein: string) => {
    // One that failed stays failed as long as this page lives; a new page asks anew, and the server has just answered.
    await phone().catch(() => {
      carrySeat(plein)
      location.reload()
      return new Promise<never>(() => {})
    })
    rememberArrived()
    go(`/p/${plein}`, true)
    carrySeat(plein)
  }
  const show = () => {
    if (seat() !== null) return void enter().catch(() => failed(page))
    const place = location.pathname === '/verbinding' ? 'lines' : 'door'
    if (at === place) return
    at = place
    leave()
    leave = place === 'lines' ? linesPage(page) : joinPage(page, onJoined)
  }
  takeCarried()
  onPlace(show)
  show()
  // While somebody reads, what comes behind the door comes too: after the door was painted, and before it is pressed.
  if (at !== '') requestAnimationFrame(() => setTimeout(() => void phone().catch(() => undefined)))
}
