/** A Plein with people in it, over whichever way: in memory or on real sockets. */
import * as Y from 'yjs'
import { readFrame } from '../../server/live/frames.ts'
import type { DeskCard } from '../../shared/domain/cards/told.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Writes } from './prose.ts'

export type Hear = (name: string, bytes: Uint8Array) => void
export type Somebody = Writes & {
  name: string
  role: Role
  ask(command: Command): Promise<Answer>
  /** What the board holds; with the desk for a coach. */
  map(document: 'board' | 'desk', map: string): Map<string, unknown>
  /** Cards that a coach was told of last. */
  cards(): readonly DeskCard[]
}
export type Scene = {
  come(name: string, role: 'coach' | 'owner' | 'screen' | 'participant'): Promise<Somebody>
  /** Lets time pass until it is so; throws when it does not come. */
  until(what: string, look: () => boolean): Promise<void>
  /** Lets pass what closing can be taken back in. */
  seal(): Promise<void>
  /** Every form of the outcome, heard by whoever asks. */
  outcomes(who: Somebody): Promise<void>
  /** The owner lets coaches write along in the blog, or not any more. */
  shareBlog(owner: Somebody, shared: boolean): Promise<void>
  /** The owner publishes the blog in these words; a stranger hears the page, if there is one then. */
  publishBlog(owner: Somebody, words: string): Promise<void>
  /** The outcome is taken in again, and whoever may read that Plein hears all of it. */
  again(who: string): Promise<void>
  /** What nobody may hear but these. */
  secrets(): { what: string; text: string; may: string[] }[]
  end(): Promise<void>
}

/** A copy of a document, of the frames that came in. */
export const copyOf = (): { doc: Y.Doc; take(frame: Uint8Array): void; map(name: string): Map<string, unknown> } => {
  const doc = new Y.Doc()
  return {
    doc,
    take: (bytes) => {
      const frame = readFrame(bytes)
      if (frame?.kind === 'update' || frame?.kind === 'step2') Y.applyUpdate(doc, frame.update)
    },
    map: (name) => new Map(doc.getMap(name).entries()),
  }
}
