/** T25: whether any token, secret of a link or key of an idea stands anywhere as it was issued. */
import { createHash } from 'node:crypto'

const runs = /[\w-]{22,}/g

/** All that was issued and stands in these bytes, as it is, in hex or in base64. */
export const plainSecrets = (bytes: Buffer, issued: ReadonlySet<string>): string[] => {
  const wanted = new Set(
    [...issued].flatMap((secret) => [secret, Buffer.from(secret, 'base64url').toString('hex'), Buffer.from(secret).toString('base64url')]),
  )
  const lengths = new Set([...wanted].map(({ length }) => length))
  const found = new Set<string>()
  // Columns stand side by side without anything between them, so each place of a run may be the beginning.
  for (const [run] of bytes.toString('latin1').matchAll(runs))
    for (const length of lengths)
      for (let at = 0; at + length <= run.length; at++) {
        const part = run.slice(at, at + length)
        if (wanted.has(part)) found.add(part)
      }
  return [...found].map(
    (secret) => `a secret of ${secret.length} characters (${createHash('sha256').update(secret).digest('hex').slice(0, 8)})`,
  )
}

/** Bits of chance that an issued secret has at least: its length, when all are different and no bit of it is the same in all, or nearly. */
export const bitsOf = (issued: readonly string[]): number => {
  if (new Set(issued).size < issued.length || issued.length < 2) return 0
  const buffers = issued.map((secret) => Buffer.from(secret, 'base64url'))
  const length = Math.min(...buffers.map((buffer) => buffer.length))
  // Six sigmas: of 256 bits none is so uneven by chance.
  const most = 3 * Math.sqrt(issued.length)
  let bits = 0
  for (let bit = 0; bit < length * 8; bit++) {
    const set = buffers.filter((buffer) => (buffer[bit >> 3]! >> (bit & 7)) & 1).length
    if (Math.abs(set - issued.length / 2) <= most) bits++
  }
  return bits
}
