import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCanaries } from '../../scripts/secrecy/canaries.ts'
import { step1Frame } from '../../server/live/frames.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { askPicture, unpacked } from '../support/picture.ts'
import { saved } from '../support/saved.ts'
import { type MadePlein, secretOf, startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const formats = ['json', 'csv', 'md', 'html']

const everybody = ['Joost', 'Anneke', 'Wim', 'Beamer', 'Fatma', 'Ria', 'Samir', 'Hanna']
const coaches = ['Joost', 'Anneke']

/** The same frames by the event `doc`, which travel as base64. */
const readByEvent = async (phone: Phone): Promise<void> => {
  phone.socket.on('doc', ({ data }) => void phone.received.push(Buffer.from(data, 'base64')))
  const document = phone.hello().documents.board!
  await phone.socket.emitWithAck('doc', { document, data: null })
  await phone.socket.emitWithAck('doc', { document, data: Buffer.from(step1Frame(Y.encodeStateVector(new Y.Doc()))).toString('base64') })
}

const outcomes = async (server: TestServer, made: MadePlein, phone: Phone): Promise<number[]> => {
  const ask = async (page: string): Promise<number> => {
    const answer = await fetch(`${server.origin}/api/v1/pleins/${made.id}/${page}`, { headers: { Authorization: `Bearer ${phone.token}` } })
    phone.received.push(Buffer.from(await answer.arrayBuffer()))
    return answer.status
  }
  for (const page of ['blog', 'blog.html', 'blog.md', 'reminder']) await ask(page)
  return Promise.all(formats.map((format) => ask(`outcome.${format}`)))
}

/** The documents over HTTP, each asked for by name by each, whoever may have it. */
const pictures = async (server: TestServer, people: readonly Phone[], names: readonly string[]): Promise<number[]> =>
  Promise.all(
    people.flatMap((who) =>
      names.map(async (document) => {
        const picture = await askPicture(server.origin, { token: who.token, plein: who.plein, document, accept: 'br' })
        who.received.push(unpacked(picture))
        return picture.status
      }),
    ),
  )

const outcomeOf = async (server: TestServer, made: MadePlein, { token }: Phone): Promise<{ body: string }> => {
  const answer = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.json`, { headers: { Authorization: `Bearer ${token}` } })
  return { body: await answer.text() }
}

it('S1 S2 S3 S5 R2 no byte of what is not shared reaches anybody but its author and the desk', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300', LIMIT_BURST_PHONE: '500' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: true } }, { kind: 'harvest' }, { kind: 'vote' }], {
    perspectives: ['bewoner', 'ondernemer'],
  })
  const canaries = createCanaries()
  /** Who has to hear it, by its words. */
  const musts = new Map<string, string[]>()
  const plant = (what: string, may: string[], must: string[] = may): string => {
    const { words } = canaries.plant(what, may)
    musts.set(words, must)
    return words
  }
  const joost = await claim(server, 'Joost', made.links.coach)
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const wim = await claim(server, 'Wim', made.links.owner)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  const [fatma, ria, samir, hanna] = [
    await join(server, 'Fatma', made),
    await join(server, 'Ria', made),
    await join(server, 'Samir', made),
    await join(server, 'Hanna', made),
  ]
  const people = [joost, anneke, wim, beamer, fatma, ria, samir, hanna]
  for (const who of people) if (who !== samir) who.open('board')
  await readByEvent(samir)
  for (const who of [joost, anneke]) who.open('desk')
  for (const who of [joost, wim]) who.open('text/draft')
  const ok = async (who: Phone, command: Parameters<Phone['ask']>[0]) => {
    const answer = await who.ask(command)
    expect(answer, `${who.name}: ${JSON.stringify(command)} ${JSON.stringify(answer)}`).toMatchObject({ ok: true })
    return answer as unknown as Record<string, unknown>
  }
  const board = () => joost.opened('board').maps()
  const desk = () => Object.entries(joost.opened('desk').maps()['ideas'] ?? {}) as [string, { text: string }][]
  const onDesk = async (words: string): Promise<string> => {
    await expect.poll(() => desk().some(([, { text }]) => text === words), soon).toBe(true)
    return desk().find(([, { text }]) => text === words)![0]
  }

  await ok(joost, { type: 'plein.open' })
  await expect.poll(() => board()['plein']?.['current'], soon).toBeTruthy()
  const [ideas, harvest, vote] = board()['plein']!['programme'] as [string, string, string]
  const post = async (who: Phone, text: string, more = {}, phase = ideas) => {
    const key = who.key(text)
    await ok(who, { type: 'idea.post', key, as: phase === harvest ? 'commitment' : 'idea', text, phase, ...more })
    return key
  }

  const unreleased = plant('an idea that waits', coaches)
  await post(fatma, unreleased)
  await onDesk(unreleased)
  const own = plant('an idea that its author asks for', [...coaches, 'Fatma'])
  const ownKey = await post(fatma, own)
  await ok(fatma, { type: 'mine', keys: [ownKey] })
  // Else the desk could be told of it between the two that follow, and of the first of them.
  await onDesk(own)
  const taken = plant('an idea that was withdrawn before the desk heard of it', [], [])
  const takenKey = ria.key(taken)
  const [, withdrawn] = await Promise.all([
    ria.ask({ type: 'idea.post', key: takenKey, as: 'idea', text: taken, phase: ideas }),
    ria.ask({ type: 'idea.withdraw', key: takenKey }),
  ])
  expect(withdrawn).toMatchObject({ ok: true })
  const hidden = plant('an idea that the coach hid', coaches)
  await post(samir, hidden)
  await ok(joost, { type: 'idea.hide', ideas: [await onDesk(hidden)] })
  const group = plant('the name of a group of ideas that wait', coaches)
  await ok(joost, { type: 'cluster.create', name: group, ideas: [await onDesk(unreleased)] })

  const shared = plant('an idea that was shared', everybody)
  const sharedKey = await post(hanna, shared)
  const second = plant('a second one', everybody)
  await post(hanna, second)
  await ok(joost, { type: 'ideas.release', ideas: [await onDesk(shared), await onDesk(second)] })
  const edit = plant('a new text that waits', coaches)
  await ok(hanna, { type: 'idea.edit', key: sharedKey, text: edit })
  await expect.poll(() => desk().some(([, idea]) => JSON.stringify(idea).includes(edit)), soon).toBe(true)

  // For the coaches alone, and what an author says of a name.
  const card = plant('a card for the coaches', [...coaches, 'Samir'])
  const cardKey = samir.key(card)
  await ok(samir, { type: 'card.seal', key: cardKey, text: card })
  const cards = () => joost.told.own.findLast((own) => own.cards)?.cards ?? []
  await expect.poll(() => cards().map(({ text }) => text), soon).toEqual([card])
  const proposed = plant('the words that a coach proposes for it', [...coaches, 'Samir'])
  await ok(joost, { type: 'card.ask', card: cards()[0]!.card, words: proposed })
  await ok(samir, { type: 'mine', keys: [cardKey] })
  const open = String(
    (await ok(joost, { type: 'cluster.create', name: 'Groen', ideas: [await onDesk(unreleased)], open: true }))['cluster'],
  )
  await ok(joost, { type: 'cluster.ask', clusters: [open], asking: true })
  const words = plant('another name for a group', coaches)
  await ok(fatma, { type: 'cluster.verify', key: fatma.key(unreleased), cluster: open, name: 'Groen', answer: 'words', words })
  await expect.poll(() => joost.told.own.findLast((own) => own.names)?.names?.[0]?.suggestions, soon).toEqual([words])

  await ok(joost, { type: 'phase.enter', phase: harvest })
  const name = plant('a name in a commitment that waits', coaches)
  await post(ria, plant('a commitment that waits', coaches), { who: name, by: 'mei' }, harvest)
  await onDesk(canaries.all().at(-1)!.words)
  const late = plant('a late idea', coaches)
  await post(samir, late)
  await onDesk(late)
  const draft = plant('the draft of owner and coach', ['Joost', 'Wim'])
  await expect.poll(() => wim.opened('text/draft').provider.synced && joost.opened('text/draft').provider.synced, soon).toBe(true)
  wim.opened('text/draft').doc.getText('text').insert(0, `${draft} `)
  await expect.poll(() => joost.opened('text/draft').doc.getText('text').toString(), soon).toContain(draft)

  // The intake: what stands in a circle, and where it may be heard. Its writer hears it again when it comes back.
  const circles = [
    ['own', ['Wim']],
    ['coaches', [...coaches, 'Wim']],
    ['room', [...coaches, 'Wim']],
  ] as const
  for (const [circle, may] of circles) {
    const words = plant(`an answer of the intake: ${circle}`, [...may], circle === 'own' ? [] : [...coaches])
    if (circle !== 'own') for (const who of [joost, anneke]) who.open(circleText(circle))
    await expect.poll(() => wim.opened(circleText(circle)).provider.synced, soon).toBe(true)
    wim.opened(circleText(circle)).doc.getText('afraid.owner').insert(0, words)
    await expect.poll(() => saved(wim, circleText(circle)), soon).toBe(true)
  }
  await expect.poll(() => joost.opened(circleText('room')).doc.getText('afraid.owner').length, soon).toBeGreaterThan(0)

  const blog = plant('the blog of the owner, before a coach is let in', ['Wim'], [])
  await expect.poll(() => wim.opened('text/blog').provider.synced, soon).toBe(true)
  wim.opened('text/blog').doc.getText('text').insert(0, blog)
  await expect.poll(() => saved(wim, 'text/blog'), soon).toBe(true)

  const named = joost.hello().documents
  const seen = await pictures(server, people, [
    named.board!,
    named.desk!,
    named['text/draft']!,
    named['text/intake-room']!,
    wim.hello().documents['text/blog']!,
  ])
  expect(seen.filter((status) => status === 200)).toHaveLength(people.length + coaches.length)

  await ok(joost, { type: 'phase.enter', phase: vote })
  await ok(joost, { type: 'round.open', over: 'ideas' })
  await expect.poll(() => Object.keys(board()['rounds'] ?? {}), soon).toHaveLength(1)
  const [round] = Object.keys(board()['rounds']!) as [string]
  const item = Object.keys(board()['ideas']!)[0]!
  for (const who of [fatma, ria, samir]) {
    await ok(who, { type: 'seat.perspective', perspective: 'ondernemer' })
    await ok(who, { type: 'ballot.cast', round, dots: { [item]: 1 } })
    await expect.poll(() => who.told.own.findLast(({ own }) => own)?.own?.ballots, soon).toEqual({ [round]: { [item]: 1 } })
  }
  const ballot = `"ballots":{"${round}":{"${item}":1}}`
  const tally = (phone: Phone): boolean =>
    Buffer.concat(phone.received).includes('"rows":[{') || Buffer.concat(phone.received).includes('"heldBack"')
  for (const who of people) {
    const heard = Buffer.concat(who.received)
    expect(heard.includes(ballot), `the ballot at ${who.name}`).toBe([fatma, ria, samir].includes(who))
    expect(tally(who)).toBe(false)
    expect(heard.includes('"perspective":"ondernemer"'), `a perspective at ${who.name}`).toBe([fatma, ria, samir].includes(who))
  }
  await ok(joost, { type: 'outcome.set', shared: true })
  await ok(joost, { type: 'round.close', round, confirmed: true })
  // Counted by itself when closing it can be taken back no more, and still shown to nobody.
  const over = { status: expect.stringMatching(/^(closed|counted)$/), result: null }
  await expect.poll(() => board()['rounds']?.[round], soon).toMatchObject(over)
  await ok(joost, { type: 'plein.close', confirmed: true })
  for (const who of [joost, wim, fatma]) expect(await outcomes(server, made, who)).toEqual([200, 200, 200, 200])

  // Taken in again: even a coach of that Plein knows no more of it than a screen did of the first one.
  const { body } = await outcomeOf(server, made, joost)
  for (const words of musts.keys())
    expect(body.includes(words), words).toBe(canaries.all().some((one) => one.words === words && one.may.has('Beamer')))
  const imported = await server.organise('/api/v1/imports', { method: 'POST', body: { outcome: JSON.parse(body) } })
  const again = (await imported.json()) as MadePlein
  expect(imported.status, JSON.stringify(again)).toBe(201)
  const comers = await Promise.all((['coach', 'owner', 'screen'] as const).map((role) => claim(server, 'Beamer', again.links[role])))
  const [olga, piet] = comers as [Phone, Phone, Phone]
  for (const who of comers) who.open('board')
  olga.open('desk')
  for (const who of [olga, piet]) who.open('text/draft')
  for (const who of [olga, piet])
    await expect.poll(() => who.opened('text/draft').provider.synced && who.opened('board').provider.synced, soon).toBe(true)
  await expect.poll(() => olga.opened('desk').provider.synced, soon).toBe(true)
  for (const who of [olga, piet]) expect(await outcomes(server, again, who)).toEqual([200, 200, 200, 200])
  expect(Buffer.concat(olga.received).includes(shared)).toBe(true)
  for (const { name, received } of comers) canaries.hear(name, Buffer.concat(received))

  // Planted, and where they may be: in the desk of a coach, at the author, in a draft. Nowhere else, by no way.
  expect(musts.size).toBeGreaterThan(10)
  const unheard = () => {
    for (const { name, received } of people) canaries.hear(name, Buffer.concat(received))
    return canaries.all().filter(({ words, heardBy }) => musts.get(words)!.some((name) => !heardBy.has(name)))
  }
  await expect.poll(unheard, soon).toEqual([])
  expect(canaries.breaches).toEqual([])
  const secrets = [...people.map(({ token }) => token), ...Object.values(made.links).slice(1).map(secretOf), sharedKey]
  for (const who of comers) for (const secret of [...secrets, ballot]) expect(Buffer.concat(who.received).includes(secret)).toBe(false)
  for (const who of people)
    for (const secret of secrets) expect(Buffer.concat(who.received).includes(secret), `a secret at ${who.name}`).toBe(false)
  for (const secret of [...secrets, ...musts.keys()]) expect(server.log()).not.toContain(secret)
})
