/** Cards for the coaches, and what authors say of the names of groups, as they stand in the store: sealed with a key of this Plein that is kept
 *  outside the database, each bound to its row, and as long as others, in steps. The key goes when the Plein is closed for good. */
import type { Ledger } from '../../shared/domain/decision.ts'
import { keep } from '../../shared/domain/keep.ts'
import type { Plein, PleinId } from '../../shared/domain/state.ts'
import { seal, unseal } from '../keys/envelope.ts'
import type { StoredSealed } from '../store/contract.ts'
import { sealedName } from '../store/sealedName.ts'
import type { RoundKey } from './seal.ts'

/** Under which the key stands in the vault, beside those of the rounds; no id of a round is as short. */
export const secretsOf = 'cards'

type Kept = Extract<Ledger, { keep: 'card' | 'name' }>
export type Secret = { name: string; content: Kept }
/** `null`: it cannot be opened. */
export type OpenedSecret = { name: string; content: Kept | null }

export const secretOf = (content: Kept): Secret => ({
  name: content.keep === 'card' ? sealedName.card(content.card.id) : sealedName.name(content.row),
  content,
})

/** Bytes: a short card and a shorter one are equally long, and whatever an author can say of a name, or the row would tell which of them said
 *  other words. */
const steps = 1024
const boundTo = (plein: PleinId, name: string): string => JSON.stringify([plein, name])

const padded = (content: Kept): Buffer => {
  const text = Buffer.from(JSON.stringify(content))
  // Spaces after JSON are nothing to whoever reads it.
  return Buffer.concat([text, Buffer.alloc(steps - (text.byteLength % steps), ' ')])
}

export const sealSecret = ({ shared }: RoundKey, plein: PleinId, { name, content }: Secret): StoredSealed => ({
  name,
  sealed: seal(shared, boundTo(plein, name), padded(content)),
})

export const openSecret = (key: Uint8Array | null, plein: PleinId, { name, sealed }: StoredSealed): OpenedSecret => {
  const bytes = key && unseal(key, boundTo(plein, name), sealed)
  return { name, content: bytes && (JSON.parse(Buffer.from(bytes).toString()) as Kept) }
}

/** Lays it where the rules look for it. */
export const putBack = (plein: Plein, { content }: OpenedSecret): void => {
  if (content !== null) keep(plein, [content])
}
