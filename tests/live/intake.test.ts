/** The intake talk on the wire and on disk: what each circle holds reaches those of the circle and nobody else. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCanaries } from '../../scripts/secrecy/canaries.ts'
import { step1Frame, updateFrame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { claim, connect, join } from '../support/phone.ts'
import { type Circle, circles, onDisk, read, rowsOf, soon, talk, widen, write } from '../support/talk.ts'

it('N1 N2 S1 what stands in a circle reaches those of the circle and nobody else: wire, outcome, log and disk', async () => {
  const { server, made, wim, joost } = await talk()
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const laptop = await claim(server, 'the other device of Wim', made.links.owner)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  const fatma = await join(server, 'Fatma', made)
  const people = [wim, joost, anneke, laptop, beamer, fatma]
  for (const who of people) who.open('board')
  for (const who of [wim, laptop]) for (const circle of circles) who.open(circleText(circle))
  for (const who of [joost, anneke]) for (const circle of ['coaches', 'room'] as const) who.open(circleText(circle))

  const canaries = createCanaries()
  const [desk, both] = [
    ['Joost', 'Anneke'],
    ['Wim', 'the other device of Wim'],
  ]
  const own = canaries.plant('what the owner wrote for nobody else', ['Wim']).words
  const coaches = canaries.plant('an answer for the coaches', [...desk, ...both]).words
  const room = canaries.plant('an answer for the room', [...desk, ...both]).words
  const note = canaries.plant('a note of the coach', [...desk, ...both]).words
  await write(wim, 'own', 'afraid.owner', own)
  await write(wim, 'coaches', 'afraid.owner', coaches)
  await write(joost, 'room', 'under.owner', room)
  await write(anneke, 'coaches', 'afraid.coach', note)
  for (const who of [joost, anneke, laptop]) await expect.poll(() => read(who, 'coaches', 'afraid.owner'), soon).toBe(coaches)
  for (const who of [wim, anneke]) await expect.poll(() => read(who, 'room', 'under.owner'), soon).toBe(room)
  await expect.poll(() => read(laptop, 'coaches', 'afraid.coach'), soon).toBe(note)

  // Whoever asks for what is not theirs is sent away before anything is sent.
  const named = (circle: Circle) => wim.hello().documents[circleText(circle)]!
  for (const [who, circle] of [
    [joost, 'own'],
    [fatma, 'own'],
    [fatma, 'coaches'],
    [fatma, 'room'],
    [beamer, 'room'],
  ] as const) {
    expect(who.hello().documents[circleText(circle)], `${who.name} ${circle}`).toBeUndefined()
    const tried = who.open(circleText(circle), named(circle))
    await expect.poll(() => tried.closes, soon).toContain(closes.forbidden)
  }
  // Nor by the way around, where WebSocket is blocked; there the owner reads what is theirs.
  for (const [who, answer] of [
    [joost, { ok: false, code: closes.forbidden }],
    [fatma, { ok: false, code: closes.forbidden }],
    [wim, { ok: true }],
  ] as const)
    expect(await who.socket.emitWithAck('doc', { document: named('own'), data: null }), who.name).toEqual(answer)
  const line = { question: 'afraid', by: 'owner', circle: 'own' } as const
  expect(await joost.ask({ type: 'text.earlier', line })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(await widen(joost, 'owner', 'own', 'coaches', own)).toMatchObject({
    ok: false,
    error: { code: 'line-of-another' },
  })
  await joost.ask({ type: 'outcome.set', shared: true })
  await joost.ask({ type: 'plein.open' })
  await joost.ask({ type: 'outcome.set', shared: true })
  for (const who of [joost, wim, fatma])
    for (const format of ['json', 'csv', 'md', 'html']) {
      const answer = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.${format}`, {
        headers: { Authorization: `Bearer ${who.token}` },
      })
      expect(answer.status).toBe(200)
      canaries.hear('an outcome', Buffer.from(await answer.arrayBuffer()))
    }
  for (const { name, received } of people) canaries.hear(name, Buffer.concat(received))
  canaries.hear('the log', Buffer.from(server.log()))
  expect(canaries.breaches).toEqual([])
  // Heard where it must be, or the silence above would prove nothing. Its own writer hears it when it comes back.
  const heard = (words: string) => [...canaries.all().find((one) => one.words === words)!.heardBy].sort()
  expect(heard(coaches)).toEqual(expect.arrayContaining(['Anneke', 'Joost', 'the other device of Wim']))
  expect(heard(room)).toEqual(expect.arrayContaining(['Anneke', 'Wim']))
  const back = await connect(server, 'Wim', wim)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe(own)
  expect(read(laptop, 'own', 'afraid.owner')).toBe('')

  const bytes = onDisk(server.folder)
  expect(bytes.includes(coaches), 'answers for the coaches stand in the database as they are').toBe(true)
  expect(bytes.includes(own)).toBe(false)
  await expect.poll(() => rowsOf(server).filter((name) => name.startsWith('intake-own/')), soon).toHaveLength(1)
})

it('N2 after a restart only the device on which it was written reads it; closed for good, or sent away, nothing of it is left', async () => {
  const { server, made, wim, joost } = await talk({ LIMIT_TAKE_BACK: '300' })
  await write(wim, 'own', 'awake.owner', 'dat ik het zelf niet meer geloof')
  await write(wim, 'coaches', 'awake.owner', 'de bomen op het plein')
  await server.restart()
  const back = await connect(server, 'Wim', wim)
  await expect.poll(() => read(back, 'own', 'awake.owner'), soon).toBe('dat ik het zelf niet meer geloof')
  const phone = await claim(server, 'the phone of Wim', made.links.owner)
  await write(phone, 'own', 'awake.owner', 'op mijn telefoon')
  await expect.poll(() => rowsOf(server).filter((name) => name.startsWith('intake-own/')), soon).toHaveLength(2)
  // The phone is lost: its line ends, and so does what it alone could open.
  await fetch(`${server.origin}/api/v1/leave`, { method: 'POST', headers: { Authorization: `Bearer ${phone.token}` } })
  await expect.poll(() => rowsOf(server).filter((name) => name.startsWith('intake-own/')), soon).toHaveLength(1)

  const coach = await connect(server, 'Joost', joost)
  await coach.ask({ type: 'plein.open' })
  await coach.ask({ type: 'plein.close', confirmed: true })
  await expect.poll(() => rowsOf(server).filter((name) => name.startsWith('intake-own/')), soon).toEqual([])
  const after = await connect(server, 'Wim', wim)
  expect(after.hello().documents[circleText('own')]).toBeUndefined()
  await expect.poll(() => rowsOf(server), soon).toContain('intake-coaches')
  // Read by both, and written by nobody any more.
  const closed = after.open(circleText('coaches'))
  await expect.poll(() => closed.doc.getText('awake.owner').toString(), soon).toBe('de bomen op het plein')
  expect(closed.closes).toEqual([])
  closed.doc.getText('awake.owner').insert(0, 'toch nog: ')
  await expect.poll(() => closed.closes, soon).toEqual([closes.forbidden])
})

it('N4 S1 where the other one writes is a place and a role, for owner and coaches; it goes with them, and there is none in what the owner alone reads', async () => {
  const { server, made, wim, joost } = await talk()
  const fatma = await join(server, 'Fatma', made)
  fatma.open('board')
  const [his, hers] = [wim.open(circleText('coaches')), joost.open(circleText('coaches'))]
  await expect.poll(() => his.provider.synced && hers.provider.synced, soon).toBe(true)
  await write(wim, 'coaches', 'now.owner', 'omdat het gras sterft')
  const at = (index: number) => Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(his.doc.getText('now.owner'), index))
  his.provider.awareness.setLocalState({ line: 'now.owner', anchor: at(3), head: at(3) })
  const told = () => hers.provider.awareness.getStates().get(his.doc.clientID)
  await expect.poll(told, soon).toEqual({ line: 'now.owner', anchor: at(3), head: at(3), role: 'owner' })
  // Who comes later hears it too, and nobody else.
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const late = anneke.open(circleText('coaches'))
  await expect.poll(() => late.provider.awareness.getStates().get(his.doc.clientID), soon).toMatchObject({ role: 'owner' })
  expect(Buffer.concat(fatma.received).includes('now.owner')).toBe(false)
  // Not told back to whoever said it: that page may be elsewhere by now.
  expect(Buffer.concat(his.frames).includes('"role"')).toBe(false)
  his.provider.destroy()
  await expect.poll(told, soon).toBeUndefined()

  const bad = joost.open(circleText('coaches'))
  await expect.poll(() => bad.provider.synced, soon).toBe(true)
  bad.provider.awareness.setLocalState({ name: 'Joost' })
  await expect.poll(() => bad.closes, soon).toContain(closes.frame)
  const own = wim.open(circleText('own'))
  await expect.poll(() => own.provider.synced, soon).toBe(true)
  own.provider.awareness.setLocalState({ line: 'now.owner', anchor: at(0), head: at(0) })
  await expect.poll(() => own.closes, soon).toContain(closes.frame)
})

it('N4 when one tab of a seat goes, the place that another tab of it told stays', async () => {
  const { server, wim, joost } = await talk()
  const second = await connect(server, 'the second tab of Wim', wim)
  const [first, other, hers] = [wim, second, joost].map((who) => who.open(circleText('coaches')))
  for (const { provider } of [first!, other!, hers!]) await expect.poll(() => provider.synced, soon).toBe(true)
  await write(wim, 'coaches', 'now.owner', 'omdat het gras sterft')
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(first!.doc.getText('now.owner'), 3))
  for (const tab of [first!, other!]) {
    tab.provider.awareness.setLocalState({ line: 'now.owner', anchor: at, head: at })
    await expect.poll(() => hers!.provider.awareness.getStates().has(tab.doc.clientID), soon).toBe(true)
  }
  // Each heard of the other one, and repeats it.
  await expect.poll(() => first!.provider.awareness.getStates().has(other!.doc.clientID), soon).toBe(true)
  first!.provider.destroy()
  await expect.poll(() => hers!.provider.awareness.getStates().has(first!.doc.clientID), soon).toBe(false)
  const late = joost.open(circleText('coaches'))
  await expect.poll(() => late.provider.awareness.getStates().has(other!.doc.clientID), soon).toBe(true)
  expect([other!.closes, late.provider.awareness.getStates().has(first!.doc.clientID)]).toEqual([[], false])
})

it('S1 N1 whoever may not make a step of the intake is told so, whether the words stand there or not', async () => {
  const { server, made, wim, joost } = await talk()
  const people = [await join(server, 'Fatma', made), await claim(server, 'Beamer', made.links.screen)]
  await write(wim, 'room', 'under.owner', 'Van wie is het plein?')
  for (const whose of ['owner', 'coach'] as const)
    for (const text of ['Van wie is het plein?', 'Iets anders'])
      for (const who of people)
        expect(await who.ask({ type: 'framing.adopt', text, sources: [], form: 'intake', whose }), who.name).toMatchObject({
          error: { code: 'not-allowed' },
        })
  expect(await joost.ask({ type: 'framing.adopt', text: 'Iets anders', sources: [], form: 'intake' })).toMatchObject({
    error: { code: 'line-not-shared' },
  })
})

it('N5 a step of the intake is a link of the chain while the Plein is prepared, of words that stand in the circle of the room', async () => {
  const { wim, joost } = await talk()
  joost.open('board')
  await write(wim, 'coaches', 'under.owner', 'Van wie is het plein?')
  const adopt = (text: string, form: { form?: 'intake'; whose?: 'owner' } = { form: 'intake', whose: 'owner' }) =>
    joost.ask({ type: 'framing.adopt', text, sources: [], ...form })
  expect(await adopt('Van wie is het plein?')).toMatchObject({ ok: false, error: { code: 'line-not-shared' } })
  expect(
    await wim.ask({
      type: 'intake.widen',
      question: 'under',
      by: 'owner',
      from: 'coaches',
      to: 'room',
      words: 'Van wie is het plein?',
      confirmed: true,
    }),
  ).toMatchObject({ ok: true })
  expect(await adopt('Van wie is het plein?', { form: 'intake' })).toMatchObject({ ok: false, error: { code: 'line-not-shared' } })
  expect(await adopt('Van wie is het plein?')).toMatchObject({ ok: true })
  const chain = () =>
    (Object.values(joost.opened('board').maps()['framings'] ?? {}) as { order: number; text: string; by: string; form?: string }[]).sort(
      (a, b) => a.order - b.order,
    )
  await expect
    .poll(() => chain().map(({ text, by, form }) => [text, by, form]), soon)
    .toEqual([
      ['Wie zorgt er voor het groen?', 'organiser', undefined],
      ['Van wie is het plein?', 'owner', 'intake'],
    ])
  await joost.ask({ type: 'plein.open' })
  await write(wim, 'room', 'deeper.owner', 'Van wie mag het zijn?')
  expect(await adopt('Van wie mag het zijn?')).toMatchObject({ ok: false, error: { code: 'plein-open' } })
  expect(await adopt('Van wie mag het zijn?', {})).toMatchObject({ ok: true })
})

it('L6 N1 what somebody wiped in an answer comes back, for who reads that circle', async () => {
  const { wim, joost } = await talk()
  const words = 'dat wij het zelf hebben laten gebeuren, jaar na jaar'
  await write(wim, 'coaches', 'afraid.owner', words)
  await write(wim, 'coaches', 'now.owner', 'omdat er een kind viel')
  joost.open(circleText('coaches'))
  await expect.poll(() => read(joost, 'coaches', 'afraid.owner'), soon).toBe(words)
  const text = joost.opened(circleText('coaches')).doc.getText('afraid.owner')
  text.delete(0, text.length)
  await expect.poll(() => read(wim, 'coaches', 'afraid.owner'), soon).toBe('')
  const earlier = (question: 'afraid' | 'now', circle: Circle = 'coaches') =>
    wim.ask({ type: 'text.earlier', line: { question, by: 'owner', circle } })
  expect(await earlier('afraid')).toMatchObject({ ok: true, earlier: [{ words }] })
  // Of another answer in the same document nothing was taken away.
  expect(await earlier('now')).toMatchObject({ ok: true, earlier: [] })
  expect(await earlier('afraid', 'own')).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

it('N2 R5 a write that is refused late, of a line over Socket.io that was opened anew meanwhile, leaves the new one there, and nobody reads when the owner has gone', async () => {
  const { server, wim } = await talk()
  const document = wim.hello().documents[circleText('own')]!
  const readers = async () =>
    Number(/^pleinbord_document_readers (\d+)$/m.exec(await (await fetch(`${server.origin}/metrics`)).text())?.[1])
  const page = new Y.Doc()
  page.clientID = wim.hello().textClient!
  const say = (data: Uint8Array | null) => wim.socket.emitWithAck('doc', { document, data: data && Buffer.from(data).toString('base64') })
  const type = (words: string): Uint8Array => {
    const before = Y.encodeStateVector(page)
    page.getText('awake.owner').insert(0, words)
    return updateFrame(Y.encodeStateAsUpdate(page, before))
  }
  expect(await say(null)).toEqual({ ok: true })
  const good = type('Voor niemand anders')
  type('Dit komt nooit aan')
  const gap = type('En dit volgt erop')
  // One that is being stored, one behind it that will be refused, and meanwhile the document is opened anew.
  await Promise.all([say(good), say(gap), say(null)])
  await expect.poll(() => wim.told.saved.length, soon).toBe(1)
  expect(await say(step1Frame(Uint8Array.of(0)))).toEqual({ ok: true })
  expect(await readers()).toBe(1)
  wim.leave()
  await expect.poll(readers, soon).toBe(0)
})
