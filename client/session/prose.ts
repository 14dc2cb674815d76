import { intakeCircles, lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import { circleText, stageText, type TextName } from '../../shared/wire/messages.ts'
import { keepDraft, readDraft } from './drafts.ts'

/** What is typed into texts that owner and coaches share, kept on this device until the server has it: a page that is loaded anew without
 *  a line, or for a newer version, has nothing else to bring it back from. */
export type Prose = {
  /** The words as they are now; '' when they are stored. */
  keep: (name: TextName, root: string, words: string) => void
  /** What an earlier page left behind. */
  left: (name: TextName, root: string) => string
  drop: (name: TextName, root: string) => void
}

const all: readonly (readonly [TextName, string])[] = [
  ['text/draft', 'text'],
  [stageText, 'text'],
  ['text/blog', 'text'],
  ...intakeCircles.flatMap((circle) => linesOf(circle).map((line) => [circleText(circle), lineName(line)] as const)),
]

export const keptProse = (plein: string, role: string): Prose => {
  const slot = (name: TextName, root: string): string => (name === 'text/draft' ? `prose/${role}` : `prose/${role}/${name}/${root}`)
  const aside = (name: TextName, root: string): string => `${slot(name, root)}/left`
  for (const [name, root] of role === 'owner' || role === 'coach' ? all : []) {
    const found = readDraft(plein, slot(name, root))
    if (found === '') continue
    // Set aside, or what is typed next would take its place.
    keepDraft(plein, aside(name, root), found)
    keepDraft(plein, slot(name, root), '')
  }
  return {
    keep: (name, root, words) => keepDraft(plein, slot(name, root), words),
    left: (name, root) => readDraft(plein, aside(name, root)),
    drop: (name, root) => keepDraft(plein, aside(name, root), ''),
  }
}
