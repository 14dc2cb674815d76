/** What every page begins with: small, because all the rest waits for it. The server asks for a role's own files beside it (server/http/shell.ts). */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/nlds.css'
import './styles/base.css'
import './styles/door.css'
import { deskAt } from './roles.ts'
import { addressWith, language } from './session/language.ts'

document.documentElement.lang = language()
const page = document.getElementById('page')
const desk = deskAt(location.pathname)
const atTheDoor = () => import('./door/pages.ts')

/** Fetched only where a theme says `je`: all other phones do without its rules. */
const address = async (): Promise<void> => {
  if (document.documentElement.dataset['address'] !== 'je') return
  await import('./words/address.ts').then(
    ({ withJe }) => addressWith(withJe),
    () => undefined,
  )
}

const begin = async (at: HTMLElement): Promise<void> => {
  if (desk === null) {
    const [door] = await Promise.all([atTheDoor(), address()])
    return door.phonePages(at)
  }
  const [{ start }] = await Promise.all([import('./desks.tsx'), address()])
  start(at)
}
if (page)
  await begin(page).catch(async () => {
    const { failed } = await atTheDoor()
    failed(page)
  })
