/** The first picture of a document for somebody on a slow line: all of it in one answer over HTTP, packed once for each version and not once for
 *  each phone. The line of the document then brings only the rest. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { closes } from '../../shared/wire/closes.ts'
import type { Who } from './contract.ts'
import type { Place } from './place.ts'
import { admitted } from './reading.ts'

/** The smallest first. */
export const packings = ['br', 'gzip'] as const
export type Packing = (typeof packings)[number] | 'identity'
/** `body`: a Yjs update, packed so. */
export type Picture = { body: Uint8Array; packing: Packing }

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]
/** A board of 1,000 ideas: 200 kB become 33 in 4 ms; 9 takes four times as long and saves a hundredth more. */
const quality = 5

/** Off the thread that answers the room. */
const pack = (whole: Uint8Array, packing: (typeof packings)[number]): Promise<Uint8Array> =>
  packing === 'gzip'
    ? gzipped(whole)
    : brotli(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: whole.byteLength } })

/** By the bytes themselves: what was packed of a version goes when the document drops that version, and all who ask for one share the work. */
const known = new WeakMap<Uint8Array, Map<Packing, Promise<Uint8Array>>>()
const packed = (whole: Uint8Array, packing: (typeof packings)[number]): Promise<Uint8Array> => {
  const ways = known.get(whole) ?? new Map<Packing, Promise<Uint8Array>>()
  known.set(whole, ways)
  const way = ways.get(packing) ?? pack(whole, packing)
  ways.set(packing, way)
  return way
}

/** On a board that is written in the middle of each packing, it goes as it is. */
const tries = 3

/** `full`: name with epoch. A number: the code with which the line of that document would be closed. */
export const pictureOf = async (place: Pick<Place, 'room'>, who: Who, full: string, packing: Packing): Promise<Picture | number> => {
  for (let left = tries; ; left -= 1) {
    // Anew after each packing: the seat may be revoked, the document renewed, an idea hidden or withdrawn meanwhile (S1).
    const document = admitted(place, who, full)
    if (typeof document === 'number') return document
    if (document !== 'board' && document !== 'desk') return closes.forbidden
    const whole = place.room.document(document).whole()
    if (packing === 'identity' || left === 0) return { body: whole, packing: 'identity' }
    const body = await packed(whole, packing)
    if (admitted(place, who, full) === document && place.room.document(document).whole() === whole) return { body, packing }
  }
}
