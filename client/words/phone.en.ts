import type { phone as dutch } from './phone.nl.ts'
import { phoneFirst } from './phoneFirst.en.ts'
import { phoneLater } from './phoneLater.en.ts'

/** All that a phone says. */
export const phone: typeof dutch = {
  ...phoneFirst,
  ...phoneLater,
  own: { ...phoneFirst.own, ...phoneLater.own },
  write: { ...phoneFirst.write, ...phoneLater.write },
  look: { ...phoneFirst.look, ...phoneLater.look },
  closed: { ...phoneFirst.closed, ...phoneLater.closed },
}
