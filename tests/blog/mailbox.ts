/** A real mail server of the test's own, that takes what comes, or refuses it as long as it is told to. */
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import type { Certificate } from './certificate.ts'

export type Mailbox = {
  url: string
  /** As they came in, headers and all. `secure`: over TLS. */
  mails: { to: string[]; raw: string; secure: boolean }[]
  /** With this answer to the recipient; `null`: takes what comes. */
  refuse(code: number | null): void
  /** Lets the line fall when the mail is in, without an answer. */
  hangUp(): void
  /** Tells of each mail that came, before it is answered. */
  onMail(heard: () => Promise<void>): void
  tried(): number
  /** Names with which somebody asked to be let in. */
  asked: readonly string[]
}

/** `account`: who may send; absent: everybody. `certificate`: with which it offers STARTTLS, and then takes no password without it; absent: it
 *  offers none. `atOnce`: TLS from the first byte instead (`smtps:`). */
export const mailbox = async (account?: { user: string; pass: string }, certificate?: Certificate, atOnce = false): Promise<Mailbox> => {
  const mails: Mailbox['mails'] = []
  let refusal: number | null = null
  let tried = 0
  let hangsUp = false
  let heard = async (): Promise<void> => undefined
  const asked: string[] = []
  const server = new SMTPServer({
    ...certificate,
    secure: atOnce,
    authOptional: account === undefined,
    disabledCommands: [...(account === undefined ? ['AUTH'] : []), ...(certificate === undefined ? ['STARTTLS'] : [])],
    allowInsecureAuth: certificate === undefined,
    onAuth: ({ username, password }, _session, done) => {
      asked.push(`${username}`)
      const right = username === account?.user && password === account?.pass
      done(right ? null : new Error('wrong'), right ? { user: username } : undefined)
    },
    onRcptTo: (_address, _session, done) => {
      tried += 1
      done(refusal === null ? null : Object.assign(new Error('not now'), { responseCode: refusal }))
    },
    onData: (stream, { envelope, secure }, done) => {
      text(stream).then(async (raw) => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw, secure })
        await heard()
        if (hangsUp) for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>) _socket.destroy()
        else done(null)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as { port: number }
  return {
    url: `${atOnce ? 'smtps' : 'smtp'}://${account === undefined ? '' : `${account.user}:${encodeURIComponent(account.pass)}@`}127.0.0.1:${port}`,
    mails,
    refuse: (code) => {
      refusal = code
    },
    hangUp: () => {
      hangsUp = true
    },
    onMail: (listener) => {
      heard = listener
    },
    tried: () => tried,
    asked,
  }
}
