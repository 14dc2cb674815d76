/** What the door looks like: asking for the code or the tap, waiting, or telling why it does not open. */
import { link } from '../session/place.ts'
import { button, thumbBar } from './button.ts'
import { element, set } from './element.ts'
import { codeLength, inGroups, joinedPleins, justWiped, type Stop } from './joining.ts'
import { privacyLink } from './top.ts'
import { doorWords, lineWords } from './words.ts'

export type Face = {
  it: HTMLElement[]
  /** Puts what changed into it. `problem`: in words, or null. */
  show: (now: { busy: boolean; problem: string | null }) => void
}
const still = () => undefined
const said = ({ heading, help }: { heading: string; help: string }, as: 'alert' | null) =>
  element('div', { class: 'stopped', role: as }, element('h1', { tabindex: -1 }, heading), element('p', {}, help))

/** What is said in the polite region above a face that waits. */
export const waits = (why: { heading: string; help: string }): HTMLElement => said(why, null)

export const waitingFace = (leave: string, onLeave: () => void): Face => {
  const away = button('plain', onLeave)
  away.says(leave)
  return { it: [privacyLink(true), thumbBar(away.it)], show: still }
}

/** The door does not open: why, what to do, and one button to try again. */
export const stoppedFace = (stop: Stop, { onAgain, onCode }: { onAgain: () => void; onCode: (() => void) | null }): Face => {
  const w = doorWords()
  const code = onCode === null ? null : button('plain', onCode)
  code?.says(w.join.typeCode)
  const again = button('main', onAgain)
  const lines = stop === 'unreachable' ? link('/verbinding', 'to-lines', lineWords().heading) : null
  return {
    it: [
      said(w.join.stops[stop], 'alert'),
      ...(lines === null ? [] : [lines]),
      thumbBar(code?.it ?? null, stop === 'closed' ? null : again.it),
    ],
    show: ({ busy }) => again.says(busy ? w.join.busy : w.join.again, busy),
  }
}

const codeField = (code: string, onType: (typed: string) => void) => {
  const w = doorWords()
  const input = element('input', {
    id: 'code',
    type: 'text',
    class: 'code digits',
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 12,
  })
  input.value = code
  input.addEventListener('input', () => {
    // A correction in the middle keeps its cursor: groups are made only while one types at the end.
    if (input.selectionStart === input.value.length) input.value = inGroups(input.value)
    onType(input.value)
  })
  const it = element(
    'div',
    { class: 'field' },
    element('label', { for: 'code' }, w.join.code),
    element('span', { class: 'help', id: 'code-help' }, w.join.codeHelp),
    input,
  )
  return { it, input }
}

const known = (): HTMLElement | null => {
  const w = doorWords()
  const pleins = joinedPleins()
  if (pleins.length === 0) return null
  const links = pleins.map((plein) => element('li', {}, link(`/p/${plein}`, 'button button-plain', w.join.knownOne)))
  return element('section', { class: 'known' }, element('h2', {}, w.join.known), element('ul', { class: 'plain-list' }, ...links))
}

/** By the ticket of the QR code one button; else the code that stands on the screen. Nothing else is asked. */
export const askingFace = (
  { ticket, old, code }: { ticket: boolean /** The picture no longer works. */; old: boolean; code: string },
  { onType, onGo }: { onType: (typed: string) => void; onGo: () => void },
): Face => {
  const w = doorWords()
  const go = button('main', 'submit')
  const field = ticket ? null : codeField(code, onType)
  const wiped = justWiped() && !ticket && !old
  const form = element(
    'form',
    { class: 'join', novalidate: true },
    old ? said(w.join.stops.old, 'alert') : element('h1', { tabindex: -1 }, w.join.heading),
    wiped ? element('div', { class: 'notice notice-saved', role: 'status' }, element('p', {}, w.wiped)) : null,
    field?.it ?? element('p', {}, w.join.ticket),
    element('p', { class: 'help' }, w.join.asks),
    privacyLink(false),
    thumbBar(go.it),
    ticket || old ? null : known(),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onGo()
  })
  let alarm: HTMLElement | null = null
  return {
    it: [form],
    show: ({ busy, problem }) => {
      go.says(busy ? w.join.busy : w.join.go, busy)
      if ((alarm?.textContent ?? null) !== problem) {
        alarm?.remove()
        alarm = problem === null ? null : element('p', { class: 'problem', id: 'code-problem', role: 'alert' }, problem)
        if (alarm !== null && field !== null) field.it.append(alarm)
        else if (alarm !== null) form.querySelector('p')?.after(alarm)
      }
      if (field === null) return
      set(field.input, {
        'aria-describedby': problem === null ? 'code-help' : 'code-problem code-help',
        'aria-invalid': problem === null ? null : 'true',
      })
    },
  }
}

export const complete = (letters: string): boolean => letters.length === codeLength
