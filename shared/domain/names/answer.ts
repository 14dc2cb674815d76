import type { ClusterId } from '../state.ts'

export type NameVerdict = 'yes' | 'words' | 'out'
/** What the author of an idea says of the name of its group. */
export type NameAnswer = {
  cluster: ClusterId
  answer: NameVerdict
  /** Another name; `null` unless the answer is `words`. */
  words: string | null
  /** The words that coaches have been told, in a batch. */
  heard: string | null
  /** The answer as it is counted in the figures that coaches were told last; `null`: in none. */
  counted: NameVerdict | null
  /** Its idea was withdrawn: it leaves the figures with the next ones that are told, and never by itself. */
  gone: boolean
}
