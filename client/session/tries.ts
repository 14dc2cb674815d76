import type { Manager } from 'socket.io-client'

/** A server that starts again is back within seconds, and a room that waits is not to wait longer. One that stays away is asked less often: phones must last the evening. */
export const paceTries = (manager: Manager): void => {
  manager.on('reconnect_attempt', (tries) => {
    const early = tries < 20
    manager.reconnectionDelayMax(early ? 1000 : 5000)
    // After a thousand tries, an hour, Socket.io's own chance takes Infinity from Infinity, and it would try without any pause.
    manager.randomizationFactor(early ? 0.5 : 0)
  })
  manager.on('error', ({ message }) => {
    // Socket.io goes on to polling where WebSocket is refused. Where a network swallows it, it would try WebSocket first for ever.
    if (message === 'timeout') manager.opts.transports = ['polling', 'websocket']
  })
}
