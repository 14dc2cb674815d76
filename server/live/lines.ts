/** WebSocket lines that are really gone soon after they were closed. */
import { type ServerOptions, WebSocketServer } from 'ws'

/** Whoever leaves a close unanswered would else hold the line for half a minute, also without a token. */
const closeTimeout = 3000

export class Lines extends WebSocketServer {
  constructor(options: ServerOptions) {
    const more = { ...options, closeTimeout }
    super(more)
  }
}
