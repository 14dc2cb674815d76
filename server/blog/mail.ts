/** Mail over SMTP, as the settings say. */
import { createTransport } from 'nodemailer'
import { isLoopback } from '../addresses.ts'
import type { Log } from '../live/contract.ts'
import type { Letter } from './letter.ts'

/** `url`: `smtp:` or `smtps:`, with a name and password where they are needed. `from`: an address, or `Name <address>`. */
export type Smtp = { url: string; from: string }
/** `refused`: it certainly did not go, and may be tried again. `unsure`: the line fell when it may have been taken. */
export type Sent = 'sent' | 'refused' | 'unsure'
export type Mail = {
  send(letter: Letter & { to: string; id: string }): Promise<Sent>
  /** What is on its way breaks off. */
  close(): void
}

/** Milliseconds; a server that says nothing for longer is not there. */
const patience = 20_000

type Failure = { responseCode?: number; command?: string; code?: string; message?: string }
/** Why it did not go, for whoever reads the log. */
export type Trouble = 'certificate-not-trusted' | 'no-tls' | 'login-refused' | 'not-taken' | 'not-reached'

/** An altered line and a server that was set up wrong look alike: its certificate is not one that this machine trusts for that name. */
const troubleOf = ({ code, responseCode, message = '' }: Failure): Trouble => {
  if (responseCode === undefined && /certificate|altnames/i.test(message)) return 'certificate-not-trusted'
  if (code === 'ETLS') return 'no-tls'
  if (code === 'EAUTH') return 'login-refused'
  return responseCode === undefined ? 'not-reached' : 'not-taken'
}

const silent = (): void => undefined

/** Tells when the last byte of the mail was handed to the line: from then on only an answer says whether it was taken. */
const listening = (left: () => void) => {
  const info = (entry: { tnx?: string }): void => {
    if (entry.tnx === 'message') left()
  }
  return { info, level: silent, trace: silent, debug: silent, warn: silent, error: silent, fatal: silent }
}

export const createMail = ({ url, from }: Smtp, log: Pick<Log, 'warn'>): Mail => {
  const { hostname, protocol, username } = new URL(url)
  const open = new Set<{ close(): void }>()
  return {
    send: async ({ to, id, subject, text }) => {
      let left = false
      const transport = createTransport({
        url,
        // A password goes over no line that others can read, but for one inside this machine.
        requireTLS: protocol === 'smtp:' && username !== '' && !isLoopback(hostname),
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
        logger: listening(() => {
          left = true
        }),
      })
      open.add(transport)
      try {
        await transport.sendMail({
          from,
          // As an address and no list of them.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@pleinbord>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return 'sent'
      } catch (problem) {
        const { responseCode, command, code } = problem as Failure
        // Not the message: it repeats the address.
        log.warn({ trouble: troubleOf(problem as Failure), code, command, responseCode }, 'a mail was not taken')
        return left && responseCode === undefined ? 'unsure' : 'refused'
      } finally {
        open.delete(transport)
        transport.close()
      }
    },
    close: () => {
      for (const transport of open) transport.close()
    },
  }
}
