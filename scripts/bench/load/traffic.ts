/** What came in on the lines of a room. */
export type Traffic = {
  /** Whole messages of either socket. */
  messages: number
  /** Pings and closes of the WebSocket protocol itself. */
  controls: number
  /** Bytes of the TCP streams, headers of the upgrade included. */
  bytes: number
  /** Lines that the server ended, though somebody was still there. */
  lost: number
}

export const noTraffic = (): Traffic => ({ messages: 0, controls: 0, bytes: 0, lost: 0 })
export const lostLines = ({ lost }: Traffic): string[] => (lost > 0 ? [`${lost} lines were ended by the server`] : [])
