/** Random text from the browser's own source. `randomUUID` and `crypto.subtle` do not exist on a plain http origin, this does. */
export const base64url = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
const randomText = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)))

/** 128 bits: for command ids and for edit keys. */
export const randomId = (): string => randomText(16)
/** 256 bits: for the secret of a role link. */
export const randomSecret = (): string => randomText(32)
/** Between 0 and 1, for delays that must not coincide. */
export const jitter = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
