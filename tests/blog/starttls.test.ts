/** Mail over a line that was made safe on the way: to a mail server with a certificate of its own making. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, it, onTestFinished } from 'vitest'
import { createMail } from '../../server/blog/mail.ts'
import { type Certificate, certificate } from './certificate.ts'
import { mailbox } from './mailbox.ts'

const account = { user: 'wim', pass: 'geheim' }
/** The same machine by a name that says so to nobody, as a mail server elsewhere would be. */
const elsewhere = '0x7f000001'

const office = () => {
  const said: Record<string, unknown>[] = []
  const send = (url: string) => {
    const mail = createMail({ url, from: 'plein@stad.example' }, { warn: (facts, text) => void said.push({ ...facts, text }) })
    return mail.send({ subject: 'Schrijf vandaag', text: 'Het eerlijke verhaal.', to: 'wim@haven.example', id: 'brief' })
  }
  return { said, send }
}
const trust = ({ cert }: Certificate): void => {
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, cert])
  onTestFinished(() => setDefaultCACertificates(before))
}

it('K6 S5 with a name and password the mail goes over STARTTLS, to a certificate that this machine trusts', async () => {
  const own = certificate([elsewhere, '127.0.0.1'])
  trust(own)
  const [box, { said, send }] = [await mailbox(account, own), office()]
  expect(await send(box.url.replace('127.0.0.1', elsewhere))).toBe('sent')
  expect(box.mails).toMatchObject([{ to: ['wim@haven.example'], secure: true }])
  expect(box.asked).toEqual(['wim'])
  expect(said).toEqual([])
})

it('K6 without a name STARTTLS is used where it is offered', async () => {
  const own = certificate(['localhost'])
  trust(own)
  const [box, { send }] = [await mailbox(undefined, own), office()]
  // By its name: an address stands in no certificate of a real mail server.
  expect(await send(box.url.replace('127.0.0.1', 'localhost'))).toBe('sent')
  expect(box.mails).toMatchObject([{ secure: true }])
})

const bad = [
  { what: 'a certificate that nobody vouches for', hosts: [elsewhere, '127.0.0.1'], trusted: false },
  { what: 'a certificate for another mail server', hosts: ['mail.elders.example'], trusted: true },
]

it.each(bad)(
  'K6 S5 $what: no password and no word goes, also not without TLS, and the log names why without content',
  async ({ hosts, trusted }) => {
    const own = certificate(hosts)
    if (trusted) trust(own)
    const { said, send } = office()
    for (const box of [await mailbox(account, own), await mailbox(undefined, own)]) {
      expect(await send(box.url.replace('127.0.0.1', elsewhere))).toBe('refused')
      expect(box.asked).toEqual([])
      expect(box.mails).toEqual([])
      expect(box.tried()).toBe(0)
    }
    expect(said).toMatchObject([
      { trouble: 'certificate-not-trusted', text: 'a mail was not taken' },
      { trouble: 'certificate-not-trusted', text: 'a mail was not taken' },
    ])
    expect(JSON.stringify(said)).not.toMatch(/wim|haven|geheim|Schrijf|verhaal/)
  },
)

it('K6 S5 over smtps: the mail goes to a certificate that this machine trusts', async () => {
  const own = certificate([elsewhere, '127.0.0.1'])
  trust(own)
  const [box, { said, send }] = [await mailbox(account, own, true), office()]
  expect(await send(box.url.replace('127.0.0.1', elsewhere))).toBe('sent')
  expect(box.mails).toMatchObject([{ to: ['wim@haven.example'], secure: true }])
  expect(said).toEqual([])
})

it.each(bad)('K6 S5 over smtps, $what: no password and no word goes, and the log names why without content', async ({ hosts, trusted }) => {
  const own = certificate(hosts)
  if (trusted) trust(own)
  const { said, send } = office()
  for (const box of [await mailbox(account, own, true), await mailbox(undefined, own, true)]) {
    expect(await send(box.url.replace('127.0.0.1', elsewhere))).toBe('refused')
    expect([box.asked, box.mails, box.tried()]).toEqual([[], [], 0])
  }
  expect(said.map(({ trouble }) => trouble)).toEqual(['certificate-not-trusted', 'certificate-not-trusted'])
  expect(JSON.stringify(said)).not.toMatch(/wim|haven|geheim|Schrijf|verhaal/)
})

it('K6 S5 each way in which a mail does not go has its own name in the log', async () => {
  const { said, send } = office()
  const open = await mailbox(account)
  await send(open.url.replace('127.0.0.1', elsewhere))
  await send(open.url.replace('geheim', 'anders'))
  const shy = await mailbox()
  shy.refuse(550)
  await send(shy.url)
  await send('smtp://127.0.0.1:1')
  expect(said.map(({ trouble }) => trouble)).toEqual(['no-tls', 'login-refused', 'not-taken', 'not-reached'])
})
