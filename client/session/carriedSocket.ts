import type { Socket } from 'socket.io-client'
import type { ClientToServer, ServerToClient } from '../../shared/wire/messages.ts'

export type LiveSocket = Socket<ServerToClient, ClientToServer>

const decode = (text: string): ArrayBuffer => {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes.buffer
}
const encode = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Looks like a WebSocket to the stock provider, while its frames travel over Socket.io: for networks that block WebSocket. */
export const makeCarriedSocket = (socket: LiveSocket, document: string): typeof WebSocket => {
  class CarriedSocket {
    // Given by the constructor: for fields with a value every page would load what older browsers need for them.
    declare readonly OPEN: number
    declare binaryType: string
    declare readyState: number
    declare onopen: (() => void) | null
    declare onmessage: ((event: { data: ArrayBuffer }) => void) | null
    declare onclose: ((event: { code: number; reason: string }) => void) | null
    declare onerror: ((event: unknown) => void) | null
    declare private readonly heard: (frame: { document: string; data: string }) => void
    declare private readonly lost: () => void

    constructor() {
      this.OPEN = 1
      this.binaryType = 'arraybuffer'
      this.readyState = 0
      this.onopen = null
      this.onmessage = null
      this.onclose = null
      this.onerror = null
      this.heard = (frame) => {
        if (frame.document === document && this.readyState === 1) this.onmessage?.({ data: decode(frame.data) })
      }
      this.lost = () => this.ended(1006)
      socket.on('doc', this.heard)
      socket.on('disconnect', this.lost)
      if (!socket.connected) queueMicrotask(() => this.ended(1006))
      else
        socket.emit('doc', { document, data: null }, (result) => {
          if (this.readyState !== 0) return
          if (!result.ok) return this.ended(result.code ?? 1006)
          this.readyState = 1
          this.onopen?.()
        })
    }

    send(data: Uint8Array | ArrayBuffer): void {
      if (this.readyState !== 1) return
      const bytes = data instanceof Uint8Array ? data : new Uint8Array(data)
      socket.emit('doc', { document, data: encode(bytes) }, (result) => {
        if (!result.ok) this.ended(result.code ?? 1006)
      })
    }

    close(): void {
      if (this.readyState > 1) return
      if (socket.connected) socket.emit('doc', { document, data: null, closed: true })
      this.ended(1000)
    }

    private ended(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      socket.off('doc', this.heard)
      socket.off('disconnect', this.lost)
      this.onclose?.({ code, reason: '' })
    }
  }
  return CarriedSocket as unknown as typeof WebSocket
}
