import { keepClear } from '../parts/keepClear.ts'
import { onLanguage } from '../session/language.ts'
import { element } from './element.ts'
import { askingFace, complete, type Face, stoppedFace, waitingFace, waits } from './faces.ts'
import {
  awaited,
  codeLetters,
  dropTicket,
  type Joined,
  join,
  keepTicket,
  keepWaiting,
  keptTicket,
  keptWaiting,
  type Stop,
  stopOf,
  type Waiting,
} from './joining.ts'
import { foot, top } from './top.ts'
import { beginWords, doorWords } from './words.ts'

/** Milliseconds between two looks whether a coach has opened. */
const lookAgain = 2000

const ticketInAddress = (): string | null => (location.hash.length > 1 ? location.hash.slice(1) : null)

/** The way in, drawn into `page`. `onJoined` rejects when what is behind the door cannot be fetched. The function that comes back takes it away. */
export const joinPage = (page: HTMLElement, onJoined: (plein: string) => Promise<void>): (() => void) => {
  let ticket = ticketInAddress() ?? keptTicket()
  let stop: Stop | null = null
  let waiting = keptWaiting()
  let busy = false
  let inLine = false
  let code = ''
  /** In the language of the moment in which it is read. */
  let problem: (() => string) | null = null
  let asking: AbortController | null = null
  let looking: ReturnType<typeof setTimeout> | undefined
  let over = false

  const head = top()
  // Always there: a polite region that comes with its words in it is not read out.
  const polite = element('div', { role: 'status' })
  const main = element('main', { class: 'phone' }, head.it, polite)
  let face: Face = { it: [], show: () => undefined }
  let drawn = ''
  let letGo = () => {}

  const draw = (anew = false) => {
    const w = doorWords()
    const show = () => face.show({ busy, problem: problem?.() ?? null })
    const waitsFor = waiting !== null ? w.join.waiting : inLine ? w.join.inLine : null
    const kind =
      waiting !== null ? 'waiting' : inLine ? 'line' : stop !== null && stop !== 'old' ? `stop ${stop}` : `ask ${stop} ${ticket !== null}`
    if (anew || kind !== drawn) {
      const held = main.contains(document.activeElement) && !head.it.contains(document.activeElement)
      const first = drawn === ''
      drawn = kind
      letGo()
      polite.replaceChildren(...(waitsFor === null ? [] : [waits(waitsFor)]))
      face = faceNow(waitsFor)
      // Before it is on the page: a button must not be seen for a moment as the browser would draw it.
      show()
      main.replaceChildren(head.it, polite, ...face.it, ...[foot()].filter((it) => it !== null))
      const bar = main.querySelector<HTMLElement>('.thumb-bar')
      letGo = bar === null ? () => {} : keepClear(bar)
      // Whoever pressed what is gone goes on from the heading of what came.
      if (held && !first) main.querySelector('h1')?.focus()
    }
    show()
  }
  const faceNow = (waitsFor: { leave: string } | null): Face => {
    if (waitsFor !== null) return waitingFace(waitsFor.leave, waiting === null ? stopAsking : () => wait(null))
    if (stop !== null && stop !== 'old') {
      const onCode = () => {
        leaveTicket()
        stop = null
        draw()
        field()?.focus()
      }
      return stoppedFace(stop, { onAgain: () => void enter(), onCode: ticket === null || stop === 'locked' ? null : onCode })
    }
    const onType = (typed: string) => {
      code = typed
      if (problem === null) return
      problem = null
      draw()
    }
    return askingFace({ ticket: ticket !== null, old: stop === 'old', code }, { onType, onGo: () => void enter() })
  }
  const field = () => main.querySelector<HTMLInputElement>('#code')

  const stopAsking = () => {
    asking?.abort()
    asking = null
    busy = false
    inLine = false
    draw()
  }
  const leaveTicket = () => {
    dropTicket()
    ticket = null
  }
  const wrong = (say: () => string) => {
    problem = say
    draw()
    field()?.focus()
  }
  const enter = async () => {
    if (busy) return
    const letters = codeLetters(code)
    if (ticket === null && !complete(letters))
      return wrong(() => (letters.length === 0 ? doorWords().join.empty : doorWords().join.incomplete(letters.length)))
    busy = true
    problem = null
    draw()
    const mine = new AbortController()
    asking = mine
    const onBusy = () => {
      inLine = true
      draw()
    }
    const joined = await join(ticket === null ? { code: letters } : { ticket }, { signal: mine.signal, onBusy })
    // Meanwhile stopped, or another code was scanned.
    if (asking !== mine) return
    asking = null
    if (joined === null) return stopAsking()
    answer(joined)
  }
  const wait = (before: Waiting | null) => {
    clearTimeout(looking)
    keepWaiting(before)
    waiting = before
    draw()
    if (before !== null) void look(before)
  }
  const look = async (before: Waiting) => {
    const joined = await awaited(before)
    if (over || waiting !== before) return
    if (joined === 'waiting') looking = setTimeout(() => void look(before), lookAgain)
    else answer(joined)
  }
  const answer = (joined: Joined) => {
    if (joined.ok && 'plein' in joined) return void through(joined.plein)
    busy = false
    inLine = false
    stop = null
    if (joined.ok) return wait(joined.waiting)
    stop = stopOf(joined.code, joined.message, ticket !== null)
    // An old picture of the QR code: the code on the screen still works.
    if (stop === 'old') leaveTicket()
    if (waiting !== null) wait(null)
    const { code: why, message } = joined
    if (stop === null) wrong(() => (why === 'code-unknown' ? beginWords().codeUnknown : message))
    else draw()
  }
  /** Stays as it is, busy, until the phone's page has taken its place. */
  const through = async (plein: string) => {
    keepWaiting(null)
    dropTicket()
    busy = true
    await onJoined(plein).catch(() => {
      if (over) return
      busy = false
      inLine = false
      waiting = null
      stop = 'unreachable'
      draw()
    })
  }

  // Out of the address bar at once, so that it is not sent on by mistake. A second scan may only change the fragment of an open page.
  const take = () => {
    const scanned = ticketInAddress()
    if (scanned === null) return
    history.replaceState(null, '', location.pathname)
    keepTicket(scanned)
    ticket = scanned
    problem = null
    stop = null
    stopAsking()
    wait(null)
  }
  const sayAnew = () => {
    head.say()
    draw(true)
  }
  const leaveLanguage = onLanguage(sayAnew)
  addEventListener('hashchange', take)
  page.replaceChildren(main)
  if (ticketInAddress() === null) draw()
  else take()
  if (waiting !== null) void look(waiting)
  return () => {
    over = true
    asking?.abort()
    clearTimeout(looking)
    removeEventListener('hashchange', take)
    leaveLanguage()
    letGo()
  }
}
