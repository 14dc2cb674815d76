/** What stands on the line of a document, built once for all who get it: RFC 6455, section 5.2, one unmasked binary frame. */
const binary = 0x82
const built = new WeakMap<Uint8Array, Buffer>()
/** It goes to five hundred in a row. */
let last: { message: Uint8Array | null; wire: Buffer } = { message: null, wire: Buffer.alloc(0) }

const headerOf = (length: number): Buffer => {
  if (length < 126) return Buffer.of(binary, length)
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = binary
  header[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

/** In memory of its own: out of Node's pool a frame of twenty bytes that a document keeps would keep 64 kB. */
const framed = (message: Uint8Array): Buffer => {
  const header = headerOf(message.byteLength)
  const wire = Buffer.allocUnsafeSlow(header.byteLength + message.byteLength)
  wire.set(header)
  wire.set(message, header.byteLength)
  return wire
}

/** The same bytes for the same message, however often it is sent: nobody may write into either. */
export const wireOf = (message: Uint8Array): Buffer => {
  if (message === last.message) return last.wire
  const wire = built.get(message) ?? framed(message)
  built.set(message, wire)
  last = { message, wire }
  return wire
}
