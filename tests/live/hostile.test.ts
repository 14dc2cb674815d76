import Papa from 'papaparse'
import { io, type Socket } from 'socket.io-client'
import { expect, it } from 'vitest'
import { type At, collected, forged, insertion } from '../../scripts/fuzz/forged.ts'
import { updateFrame } from '../../server/live/frames.ts'
import { script } from '../../server/outcome/html/policy.ts'
import { closes } from '../../shared/wire/closes.ts'
import { asToken, line } from '../support/line.ts'
import { claim, connect, join, newId } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }

const hostile = {
  script: '<script>alert(1)</script>',
  handler: '"><img src=x onerror=alert(1)>',
  formula: '=HYPERLINK("http://x";"klik")',
  plus: '+31 6 12345678',
  'full-width formula': '＝1+1',
  'marks on marks': `Z${'\u0335\u0489\u0363'.repeat(40)}algo`,
  'four bytes': '𝕸𝖊𝖊𝖗 🌳🏳️‍🌈 𠜎',
  'right to left': 'شارع أخضر \u200f! en terug',
  'no space': 'x'.repeat(500),
  'own separators': '";\n;"',
  keys: '__proto__',
}

it('I1 I2 R5 hostile text goes from phone to disk, board, screen and outcome as it was written, or is refused by the name of its character', async () => {
  const server = await startServer({ LIMIT_BURST_PHONE: '500', LIMIT_DESK_BATCH: '100' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: false } }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const fatma = await join(server, 'Fatma', made)
  const board = fatma.open('board')
  expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  await expect.poll(() => board.maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(board.maps()['plein']?.['current'])
  const post = (name: string, text: string) => fatma.ask({ type: 'idea.post', key: fatma.key(name), as: 'idea', text, phase, open: true })
  for (const [name, text] of Object.entries(hostile)) expect(await post(name, text), name).toMatchObject({ ok: true })
  for (const [name, character] of [
    ['een\u0000twee', 'U+0000'],
    ['abc\u202etxt.exe', 'U+202E'],
    ['abc\u2066def', 'U+2066'],
    ['\u001b]0;titel\u0007', 'U+001B'],
  ] as const)
    expect(await post(name, name)).toMatchObject({ ok: false, error: { code: 'text-forbidden', character } })

  // Marks on marks have an order of their own in NFC (I1); nothing of them is lost.
  const wanted = Object.values(hostile)
    .map((text) => text.normalize('NFC'))
    .sort()
  const shown = (maps: Record<string, Record<string, unknown>>) =>
    Object.values(maps['ideas'] ?? {})
      .map((idea) => (idea as { text: string }).text)
      .sort()
  await expect.poll(() => shown(board.maps()), soon).toEqual(wanted)
  await server.restart()
  const ria = await join(server, 'Ria', made)
  const later = ria.open('board')
  await expect.poll(() => shown(later.maps()), soon).toEqual(wanted)

  const outcome = async (format: string): Promise<string> => {
    const answer = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.${format}`, {
      headers: { Authorization: `Bearer ${joost.token}` },
    })
    expect(answer.status, format).toBe(200)
    return answer.text()
  }
  const { ideas } = JSON.parse(await outcome('json'))
  expect(ideas.map(({ text }: { text: string }) => text).sort()).toEqual(wanted)
  const { data } = Papa.parse<string[]>((await outcome('csv')).replace('\ufeff', ''), { delimiter: ';', newline: '\r\n' })
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/)
  const cells = data.filter(([part]) => part === 'idee').map((row) => row[2]!.replace(/^'/, ''))
  expect(cells.sort()).toEqual(wanted)
  // The one script is ours, which steps through the change of the question.
  expect((await outcome('html')).replace(`<script>${script}</script>`, '')).not.toMatch(/<script|<img|<[^>]*\son\w+=/i)
})

it('R4 R5 a length that cannot be compared is answered with a named error, paid for, and not logged', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const fatma = await join(server, 'Fatma', made)
  const length = { toString: 1, valueOf: null }
  expect(await fatma.say({ id: newId(), type: 'mine', keys: { length } })).toMatchObject({ ok: false, error: { code: 'bad-command' } })
  const carried = await (fatma.socket as unknown as Socket).emitWithAck('doc', { document: { length }, data: null })
  expect(carried).toMatchObject({ ok: false, code: closes.frame })
  const stranger = io(server.origin, { transports: ['websocket'], auth: { token: { length } }, forceNew: true })
  const sentAway = await new Promise<Error & { data?: unknown }>((resolve) => stranger.once('connect_error', resolve))
  stranger.close()
  expect(sentAway.data).toMatchObject({ code: 'token-unknown' })
  const flood = await Promise.all(Array.from({ length: 200 }, () => fatma.say({ id: newId(), type: 'mine', keys: { length } })))
  expect(new Set(flood.map((answer) => (answer.ok ? 'ok' : answer.error.code)))).toEqual(new Set(['bad-command', 'too-fast']))
  expect(server.log()).not.toMatch(/could not be/)
})

const forgeries: Record<string, (own: At, first: At, second: At) => Uint8Array> = {
  'an insertion of no letter': (own, first) => forged(insertion(own, null, first, '')),
  'letters collected away, none of them': (own) => forged(collected(own, 0)),
  'a clock past what can be counted': (own) => forged(collected(own, 1.5 * 2 ** 55)),
  'neighbours the wrong way round': (own, first, second) => forged(insertion(own, second, first, ' niet')),
}
it.each(Object.entries(forgeries))(
  'L1 L3 R5 %s, in what is written before the room: the line of whoever sent it ends, others write on, and the Plein opens after a restart',
  async (_, forge) => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'write' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const wim = await claim(server, 'Wim', made.links.owner)
    const fatma = await join(server, 'Fatma', made)
    const stage = 'text/stage'
    const his = wim.open(stage)
    await expect.poll(() => his.provider.synced, soon).toBe(true)
    his.doc.getText('text').insert(0, 'Van wie is de kade?')
    await expect.poll(() => saved(wim, stage), soon).toBe(true)
    const hostile = await line(server, `/yjs/${made.id}/${joost.hello().documents[stage]}`, asToken(joost.token))
    const his1 = { client: his.doc.clientID, clock: 0 }
    hostile.line.send(updateFrame(forge({ client: joost.hello().textClient!, clock: 0 }, his1, { ...his1, clock: 3 })))
    expect(await hostile.closed).toBe(closes.frame)
    his.doc.getText('text').insert(0, 'Dus: ')
    await expect.poll(() => saved(wim, stage), soon).toBe(true)
    await server.restart()
    for (const who of [fatma, wim, joost]) {
      const reads = (await connect(server, who.name, who)).open(stage)
      await expect.poll(() => reads.doc.getText('text').toString(), soon).toBe('Dus: Van wie is de kade?')
    }
  },
)
