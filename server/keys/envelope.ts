/** A sealed envelope: whoever has the public half of a key can close it, only the private half opens it.
 *  ECDH on P-256 with an own throw-away key for each envelope, HKDF-SHA-256, AES-256-GCM: the construction of RFC 9180 in its simplest form,
 *  with the primitives of `node:crypto`. Not meant to be read by other programs. */
import { createCipheriv, createDecipheriv, createECDH, hkdfSync } from 'node:crypto'

const CURVE = 'prime256v1'
const PRIVATE = 32
/** A point, compressed. */
const POINT = 33
const TAG = 16
const CIPHER = 'aes-256-gcm'
/** Names the form; another one gets another name. */
const FORM = '1.'
const purpose = 'pleinbord sealed ballot 1'

/** Private halves are drawn here and not by the world: a world in which chance is played must not be able to make a weak one. 32 bytes. */
export const newKey = (): Uint8Array => {
  const pair = createECDH(CURVE)
  pair.generateKeys()
  // OpenSSL leaves leading zeros out.
  const key = Buffer.alloc(PRIVATE)
  const drawn = pair.getPrivateKey()
  drawn.copy(key, PRIVATE - drawn.length)
  return key
}

/** `false` for zero and for what is beyond the order of the curve, too. */
export const isKey = (bytes: Uint8Array): boolean => {
  if (bytes.length !== PRIVATE) return false
  try {
    createECDH(CURVE).setPrivateKey(bytes)
    return true
  } catch {
    return false
  }
}

export const publicHalf = (key: Uint8Array): Buffer => {
  const pair = createECDH(CURVE)
  pair.setPrivateKey(key)
  return pair.getPublicKey()
}

/** The throw-away key makes this key another one for each envelope, so it and its nonce are used once. */
const derived = (secret: Buffer, point: Buffer, publicKey: Buffer): { key: Buffer; nonce: Buffer } => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.concat([point, publicKey]), purpose, 32 + 12))
  return { key: bytes.subarray(0, 32), nonce: bytes.subarray(32) }
}

/** `bound`: what the envelope belongs to; it opens with the same words only. As long as the bytes: length + 49, in base64url, after its form. */
export const seal = (publicKey: Buffer, bound: string, bytes: Uint8Array): string => {
  const pair = createECDH(CURVE)
  const point = pair.generateKeys(undefined, 'compressed')
  const { key, nonce } = derived(pair.computeSecret(publicKey), point, publicKey)
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(Buffer.from(bound))
  const closed = Buffer.concat([point, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return FORM + closed.toString('base64url')
}

/** `null`: another key, another thing that it was bound to, or altered bytes. */
export const unseal = (key: Uint8Array, bound: string, sealed: string): Uint8Array | null => {
  const closed = Buffer.from(sealed.slice(FORM.length), 'base64url')
  if (!sealed.startsWith(FORM) || closed.length < POINT + TAG) return null
  try {
    const pair = createECDH(CURVE)
    pair.setPrivateKey(key)
    const point = closed.subarray(0, POINT)
    const secrets = derived(pair.computeSecret(point), point, pair.getPublicKey())
    const cipher = createDecipheriv(CIPHER, secrets.key, secrets.nonce, { authTagLength: TAG })
    cipher.setAAD(Buffer.from(bound))
    cipher.setAuthTag(closed.subarray(-TAG))
    return Buffer.concat([cipher.update(closed.subarray(POINT, -TAG)), cipher.final()])
  } catch {
    return null
  }
}
