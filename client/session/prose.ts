import { intakeCircles, lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import { circleText, stageText, type TextName } from '../../shared/wire/messages.ts'
import { keepDraft, readDraft } from './drafts.ts'

/** What is typed into texts that owner and coaches share, kept on this device until the server has it: a page that is loaded anew without
 *  a line, or for a newer version, has nothing else to bring it back from. */
export type Prose = {
  /** The words as they are now; '' when they are stored. */
  keep: (name: TextName, root: string, words: string) => void
  /** What was kept is one of those that were left behind: what is typed next would take its place. */
  putAside: (name: TextName, root: string) => void
  /** What earlier pages left behind, the oldest first: each the whole text as it was then. */
  left: (name: TextName, root: string) => readonly string[]
  drop: (name: TextName, root: string, words: string) => void
}
/** Of one text. Whoever leaves more behind without ever having a line loses the oldest. */
const mostLeft = 5

const all: readonly (readonly [TextName, string])[] = [
  ['text/draft', 'text'],
  [stageText, 'text'],
  ['text/blog', 'text'],
  ...intakeCircles.flatMap((circle) => linesOf(circle).map((line) => [circleText(circle), lineName(line)] as const)),
]

export const keptProse = (plein: string, role: string): Prose => {
  const slot = (name: TextName, root: string): string => (name === 'text/draft' ? `prose/${role}` : `prose/${role}/${name}/${root}`)
  const aside = (name: TextName, root: string, at: number): string => `${slot(name, root)}/left${at === 0 ? '' : `/${at}`}`
  const left = (name: TextName, root: string): readonly string[] =>
    Array.from({ length: mostLeft }, (_, at) => readDraft(plein, aside(name, root, at))).filter((words) => words !== '')
  const setAside = (name: TextName, root: string, lefts: readonly string[]): void => {
    for (let at = 0; at < mostLeft; at++) keepDraft(plein, aside(name, root, at), lefts[at] ?? '')
  }
  const putAside = (name: TextName, root: string): void => {
    const found = readDraft(plein, slot(name, root))
    if (found === '') return
    setAside(name, root, [...left(name, root).filter((words) => !found.includes(words)), found].slice(-mostLeft))
    keepDraft(plein, slot(name, root), '')
  }
  for (const [name, root] of role === 'owner' || role === 'coach' ? all : []) putAside(name, root)
  return {
    keep: (name, root, words) => keepDraft(plein, slot(name, root), words),
    putAside,
    left,
    drop: (name, root, words) =>
      setAside(
        name,
        root,
        left(name, root).filter((one) => one !== words),
      ),
  }
}
