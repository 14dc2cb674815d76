import { keepDraft, readDraft } from './drafts.ts'

/** What is typed into the text that owner and coaches share, kept on this device until the server has it: a page that is loaded anew without
 *  a line, or for a newer version, has nothing else to bring it back from. */
export type Prose = {
  /** The words as they are now; '' when they are stored. */
  keep: (words: string) => void
  /** What an earlier page left behind. */
  left: () => string
  drop: () => void
}

export const keptProse = (plein: string, role: string): Prose => {
  const [now, left] = [`prose/${role}`, `prose/${role}/left`]
  const found = readDraft(plein, now)
  // Set aside, or what is typed next would take its place.
  if (found !== '') {
    keepDraft(plein, left, found)
    keepDraft(plein, now, '')
  }
  return {
    keep: (words) => keepDraft(plein, now, words),
    left: () => readDraft(plein, left),
    drop: () => keepDraft(plein, left, ''),
  }
}
