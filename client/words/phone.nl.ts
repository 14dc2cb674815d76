import { phoneFirst } from './phoneFirst.nl.ts'
import { phoneLater } from './phoneLater.nl.ts'

/** All that a phone says. */
export const phone = {
  ...phoneFirst,
  ...phoneLater,
  own: { ...phoneFirst.own, ...phoneLater.own },
  write: { ...phoneFirst.write, ...phoneLater.write },
  look: { ...phoneFirst.look, ...phoneLater.look },
  closed: { ...phoneFirst.closed, ...phoneLater.closed },
}
