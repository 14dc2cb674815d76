import { lineCount, shortened } from './lines.ts'
import { type Surface, heading as style, surfaces } from './surface.ts'

/** What is asked now. `text` is `null` where the coach asks nothing of their own: then the standard words of the kind stand there. */
export type Heading = { text: string | null; height: number }

/** A long question of a coach ends with dots here; whole it stands on the phones. */
export const headingOf = (text: string | null, surface: Surface, lines = style.most, aside = style.aside): Heading => {
  // The standard words of every kind fit on one line of a wide surface, and on two of a narrow one.
  if (text === null) return { text, height: (surface.columns === surfaces.wide.columns ? 1 : 2) * style.line + style.after }
  const type = { font: 'bold', size: style.size, width: surface.width - aside } as const
  const short = shortened(text, type, lines)
  return { text: short, height: lineCount(short, type) * style.line + style.after }
}
