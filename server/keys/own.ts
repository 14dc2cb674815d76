/** What the owner writes for nobody else is sealed with a key that comes from the token of the owner's device. Of a token the server keeps
 *  the hash, so while no such device is connected nothing on this machine opens it: not the database, a backup, or whoever copies both. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16

/** 32 bytes, other ones than the hash by which the token is found. */
export const ownKey = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'pleinbord own lines 1', 32))

/** `bound`: where it stands; it opens there only. */
export const sealOwn = (key: Uint8Array, bound: string, bytes: Uint8Array): Uint8Array => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** Where the words of a device stand, so that they open there only. */
export const ownBound = (plein: string, name: string): string => JSON.stringify([plein, name])

/** `null`: another key, another place, or altered bytes. */
export const openOwn = (key: Uint8Array, bound: string, sealed: Uint8Array): Uint8Array | null => {
  if (sealed.byteLength < NONCE + TAG) return null
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  } catch {
    return null
  }
}

/** The same words for another place and key; `null`: they do not open with the former one. */
export const resealOwn = (from: Sealed, to: Omit<Sealed, 'bytes'>): Uint8Array | null => {
  const bytes = openOwn(from.key, from.bound, from.bytes)
  return bytes && sealOwn(to.key, to.bound, bytes)
}
type Sealed = { key: Uint8Array; bound: string; bytes: Uint8Array }
