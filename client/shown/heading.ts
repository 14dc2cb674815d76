import type { PhaseKind } from '../../shared/domain/phases.ts'
import { linesOf, shortened, type Type, widthOf } from './lines.ts'
import { type Surface, heading as style } from './surface.ts'

/** What is asked now. `text` is `null` where the coach asks nothing of their own: then the standard words of the kind stand there. */
export type Heading = { text: string | null; size: number; height: number }

const headed = (text: string | null, lines: number, size: number = style.size): Heading => ({
  text,
  size,
  height: lines * size * style.leading + style.after,
})

const standard = (width: number, surface: Surface): Heading => headed(null, width <= surface.width ? 1 : 2)
export const standardHeading = (kind: PhaseKind, surface: Surface): Heading => standard(style.standard[kind], surface)

/** Lines over the whole width; what is counted stands after the last one, or on a line of its own. */
const around = (text: string, type: Type, aside: number): number => {
  const lines = linesOf(text, type)
  const last = widthOf(lines.at(-1) ?? '', type.font, type.size)
  return lines.length + (aside > 0 && last + style.gap + aside > type.width ? 1 : 0)
}

type Way = { lines: number; kept: number; it: Heading }
/** Words of a coach. A long one ends with dots here; whole it stands on the phones. `aside`: kept free after the last line. */
export const headingOf = (text: string, surface: Surface, aside: number, most = style.most): Heading => {
  const [large, small] = [style.size, style.smaller].map((size) => {
    const type: Type = { font: 'bold', size, width: surface.width }
    const short = [most, most - 1].map((lines) => shortened(text, type, lines)).find((one) => around(one, type, aside) <= most) ?? text
    return { lines: around(short, type, aside), kept: short.length, it: headed(short, around(short, type, aside), size) }
  }) as [Way, Way]
  return small.lines < large.lines || small.kept > large.kept ? small.it : large.it
}

/** Of a ballot: how many have voted stands beside all its lines. */
export const headingBeside = (text: string | null, surface: Surface): Heading =>
  text === null
    ? standard(style.standardBeside, surface)
    : headingOf(text, { ...surface, width: surface.width - style.beside }, style.aside.none)
