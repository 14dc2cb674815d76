/** Cards and answers about names, on a real server: who hears what, and what stands in its files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { keysFolder } from '../../server/keys/folder.ts'
import { file } from '../../server/store/sqlite/open.ts'
import { bytesIn } from '../support/bytes.ts'
import { claim, connect, join, newId, type Phone } from '../support/phone.ts'
import { serverProcess } from '../support/process.ts'
import { startServer } from '../support/server.ts'
import { organiser } from '../support/voted.ts'

const soon = { timeout: 20_000 }
const said = 'Zilverreiger: de wethouder luistert nooit'
const coachWords = 'Roerdomp: niet iedereen voelt zich gehoord'
const other = 'Purperkoet: dit blijft van mij'
const suggestion = 'Wielewaal en gras'
const formats = ['json', 'csv', 'md', 'html']

const ok = async (who: Phone, command: Parameters<Phone['ask']>[0]): Promise<Record<string, unknown>> => {
  const answer = await who.ask(command)
  expect(answer, `${who.name}: ${JSON.stringify([command, answer])}`).toMatchObject({ ok: true })
  return answer as Record<string, unknown>
}
const code = async (who: Phone, command: Parameters<Phone['ask']>[0]) => {
  const answer = await who.ask(command)
  return answer.ok || answer.error.code
}
const cards = (who: Phone) => who.told.own.findLast(({ cards }) => cards)?.cards ?? who.hello().cards
const names = (who: Phone) => who.told.own.findLast(({ names }) => names)?.names ?? who.hello().names
const heard = (who: Phone, words: string): boolean => Buffer.concat(who.received).includes(words)

const scene = async (server: { origin: string }, made: Parameters<typeof join>[2]) => {
  const [joost, anneke] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Anneke', made.links.coach)]
  const [wim, beamer] = [await claim(server, 'Wim', made.links.owner), await claim(server, 'Beamer', made.links.screen)]
  const [fatma, ria, samir] = [await join(server, 'Fatma', made), await join(server, 'Ria', made), await join(server, 'Samir', made)]
  for (const who of [joost, anneke, wim, beamer, fatma, ria, samir]) who.open('board')
  for (const who of [joost, anneke]) who.open('desk')
  const phase = String((await ok(joost, { type: 'plein.open' }))['phase'])
  return { joost, anneke, wim, beamer, fatma, ria, samir, phase }
}

it('J1 J2 J3 J4 S1 a card reaches its author and the coaches and nobody else, until its author allows it and a coach shares it', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50' })
  const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }])
  const { joost, anneke, wim, beamer, fatma, ria, samir } = await scene(server, made)
  const [key, kept] = [fatma.key(said), ria.key(other)]
  const id = newId()
  const first = await fatma.ask({ type: 'card.seal', key, text: said }, id)
  expect(first).toEqual({ ok: true })
  expect(await fatma.ask({ type: 'card.seal', key, text: said }, id)).toEqual(first)
  await ok(ria, { type: 'card.seal', key: kept, text: other })
  for (const who of [joost, anneke])
    await expect
      .poll(
        () =>
          cards(who)
            .map(({ text }) => text)
            .sort(),
        soon,
      )
      .toEqual([other, said])
  const card = (words: string) => cards(joost).find(({ text }) => text === words)!.card
  await ok(joost, { type: 'card.ask', card: card(said), words: coachWords })
  const mine = async (who: Phone, keys: string[]) => (await ok(who, { type: 'mine', keys }))['cards']
  expect(await mine(fatma, [key])).toEqual({ [key]: { text: said, asked: { words: coachWords }, answer: null } })
  expect(await mine(samir, [newId()])).toBeUndefined()
  expect(await code(wim, { type: 'card.ask', card: card(said), words: null })).toBe('not-allowed')

  await ok(fatma, { type: 'card.allow', key, as: 'coach', words: coachWords })
  await expect.poll(() => cards(joost).find(({ text }) => text === said)?.allowed, soon).toEqual({ as: 'coach', words: coachWords })
  for (const who of [wim, beamer, ria, samir])
    for (const words of [said, coachWords]) expect(heard(who, words), `${who.name} ${words}`).toBe(false)
  // Exports, before anything of it is shared.
  for (const format of formats) {
    const answer = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.${format}`, {
      headers: { Authorization: `Bearer ${joost.token}` },
    })
    expect(await answer.text()).not.toMatch(/Zilverreiger|Roerdomp|Purperkoet/)
  }
  const idea = card(said)
  expect(await ok(joost, { type: 'card.release', card: idea, words: coachWords })).not.toHaveProperty('idea')
  for (const who of [wim, beamer, samir])
    await expect
      .poll(() => (who.opened('board').maps()['ideas'] as Record<string, { text: string }>)?.[String(idea)]?.text, soon)
      .toBe(coachWords)
  await expect.poll(() => cards(anneke).map(({ text }) => text), soon).toEqual([other])
  expect(await mine(fatma, [key])).toBeUndefined()
  // Its own key still takes it back.
  await ok(fatma, { type: 'idea.withdraw', key })
  await expect.poll(() => samir.opened('board').maps()['ideas']?.[String(idea)], soon).toBeUndefined()

  await ok(ria, { type: 'card.withdraw', key: kept })
  await expect.poll(() => cards(joost), soon).toEqual([])
  for (const who of [wim, beamer, fatma, samir]) expect(heard(who, other), who.name).toBe(false)
  for (const who of [wim, beamer, ria, samir]) expect(heard(who, said), who.name).toBe(false)
  expect(server.log()).not.toMatch(/Zilverreiger|Roerdomp|Purperkoet/)
})

it('J5 A16 whoever wrote a card is stopped for this phase, by nobody known, and can still withdraw', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50' })
  const { joost, fatma, samir, phase } = await scene(server, await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }]))
  const key = fatma.key('boos')
  await ok(fatma, { type: 'card.seal', key, text: 'Iets naars' })
  await expect.poll(() => cards(joost).length, soon).toBe(1)
  const { card } = cards(joost)[0]!
  await ok(joost, { type: 'seat.mute', idea: card, muted: true })
  expect(await code(fatma, { type: 'card.seal', key: fatma.key('weer'), text: 'Weer' })).toBe('muted')
  expect(await code(fatma, { type: 'card.allow', key, as: 'own', words: 'Nog erger' })).toBe('muted')
  expect(await code(fatma, { type: 'idea.post', key: fatma.key('x'), as: 'idea', text: 'x', phase })).toBe('muted')
  expect(await code(samir, { type: 'card.seal', key: samir.key('ik'), text: 'Ik wel' })).toBe(true)
  await ok(fatma, { type: 'card.withdraw', key })
  // It is told to nobody as a number either.
  expect(samir.told.crowds.every(({ written }) => written === 0)).toBe(true)
  for (let at = 0; at < 11; at++) await ok(samir, { type: 'card.seal', key: samir.key(`${at}`), text: `Kaart ${at}` })
  expect(await code(samir, { type: 'card.seal', key: samir.key('meer'), text: 'Nog een' })).toBe('too-many-cards')
})

it('G1 G3 G5 S1 figures and other words about a name reach coaches only; the board says that a group is asked about', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50' })
  const { joost, anneke, wim, beamer, fatma, ria, samir, phase } = await scene(
    server,
    await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }]),
  )
  const people = [fatma, ria, samir]
  const ideas: string[] = []
  for (const who of people)
    ideas.push(String((await ok(who, { type: 'idea.post', key: who.key('idee'), as: 'idea', text: `Van ${who.name}`, phase }))['idea']))
  await expect.poll(() => Object.keys(joost.opened('desk').maps()['ideas'] ?? {}).length, soon).toBe(3)
  await ok(joost, { type: 'ideas.release', ideas: 'all' })
  const cluster = String((await ok(joost, { type: 'cluster.create', name: 'Groen', ideas }))['cluster'])
  await ok(joost, { type: 'cluster.ask', clusters: 'all', asking: true })
  await expect.poll(() => samir.opened('board').maps()['clusters']?.[cluster], soon).toMatchObject({ name: 'Groen', asked: true })
  const say = (who: Phone, answer: 'yes' | 'words') =>
    ok(who, {
      type: 'cluster.verify',
      key: who.key('idee'),
      cluster,
      name: 'Groen',
      answer,
      ...(answer === 'words' ? { words: suggestion } : {}),
    })
  await say(fatma, 'words')
  await expect.poll(() => names(joost), soon).toEqual([{ cluster, figures: null, suggestions: [suggestion] }])
  await say(ria, 'yes')
  await say(samir, 'yes')
  const all = [{ cluster, figures: { yes: 2, no: 1, flagged: true }, suggestions: [suggestion] }]
  for (const who of [joost, anneke]) await expect.poll(() => names(who), soon).toEqual(all)
  const late = await connect(server, 'Joost', joost)
  expect(late.hello().names).toEqual(all)
  for (const who of [wim, beamer, ria, samir]) {
    expect(heard(who, suggestion), who.name).toBe(false)
    expect(who.hello().names).toEqual([])
    expect(
      who.told.own.some((own) => 'names' in own || 'cards' in own),
      who.name,
    ).toBe(false)
  }
  await ok(joost, { type: 'cluster.rename', cluster, name: suggestion })
  await expect.poll(() => names(anneke), soon).toEqual([])
  expect(await code(ria, { type: 'cluster.verify', key: ria.key('idee'), cluster, name: 'Groen', answer: 'yes' })).toBe('cluster-renamed')
})

it('J1 J4 J6 G6 S1 no file of the server holds a card or another name in the clear: the database, its log of writes, a backup, what it prints; after closing its key is gone', async () => {
  const server = await serverProcess({ LOG_LEVEL: 'info', LIMIT_DESK_BATCH: '50', LIMIT_TAKE_BACK: '300' })
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: organiser(server),
    body: JSON.stringify({ title: 'Plein', dilemma: 'Wie zorgt er?', programme: [{ kind: 'ideas' }, { kind: 'vote' }] }),
  })
  const made = (await answer.json()) as Parameters<typeof join>[2]
  const { joost, fatma, ria, phase } = await scene(server, made)
  const key = fatma.key(said)
  await ok(fatma, { type: 'card.seal', key, text: said })
  await ok(ria, { type: 'card.seal', key: ria.key(other), text: other })
  const idea = String((await ok(ria, { type: 'idea.post', key: ria.key('idee'), as: 'idea', text: 'Bomen', phase }))['idea'])
  await expect.poll(() => [cards(joost).length, joost.opened('desk').maps()['ideas']?.[idea] !== undefined], soon).toEqual([2, true])
  await ok(joost, { type: 'ideas.release', ideas: 'all' })
  const cluster = String((await ok(joost, { type: 'cluster.create', name: 'Groen', ideas: [idea] }))['cluster'])
  await ok(joost, { type: 'cluster.ask', clusters: 'all', asking: true })
  await ok(ria, { type: 'cluster.verify', key: ria.key('idee'), cluster, name: 'Groen', answer: 'words', words: suggestion })
  await ok(joost, { type: 'card.ask', card: cards(joost).find(({ text }) => text === said)!.card, words: coachWords })
  await ok(fatma, { type: 'card.allow', key, as: 'coach', words: coachWords })
  const backup = await fetch(`${server.origin}/api/v1/backups`, { method: 'POST', headers: organiser(server) })
  expect(backup.status).toBe(201)

  await server.kill()
  const clear = /Zilverreiger|Roerdomp|Purperkoet|Wielewaal/
  const everything = (): string => bytesIn(server.folder)
  expect(everything()).toContain('Groen')
  expect(everything()).not.toMatch(clear)
  expect(server.output()).not.toMatch(clear)
  const rows = (): Record<string, unknown>[] => {
    const database = new DatabaseSync(file(server.folder), { readOnly: true })
    const found = database.prepare('SELECT name, sealed FROM sealed').all()
    database.close()
    return found as Record<string, unknown>[]
  }
  const keys = (): string[] => readdirSync(keysFolder(server.folder))
  expect(rows()).toHaveLength(3)
  // Long or short, in steps.
  expect(new Set(rows().map(({ sealed }) => String(sealed).length)).size).toBe(1)
  expect(keys()).toHaveLength(1)
  const own = readFileSync(path(keysFolder(server.folder), keys()[0]!))
  const database = readFileSync(file(server.folder))
  for (const form of ['latin1', 'hex', 'base64url'] as const) expect(database.toString('latin1').includes(own.toString(form))).toBe(false)

  // What was answered is there again (L1), for coaches and for the author.
  await server.start()
  const again = await claim(server, 'Joost', made.links.coach)
  await expect
    .poll(
      () =>
        cards(again)
          .map(({ text }) => text)
          .sort(),
      soon,
    )
    .toEqual([other, said])
  await expect.poll(() => cards(again).find(({ text }) => text === said)?.allowed, soon).toEqual({ as: 'coach', words: coachWords })
  await expect.poll(() => names(again).map(({ suggestions }) => suggestions), soon).toEqual([[suggestion]])
  await expect.poll(() => fatma.socket.connected, soon).toBe(true)
  await ok(fatma, { type: 'card.withdraw', key })
  await ok(again, { type: 'plein.close', confirmed: true })
  await expect.poll(keys, soon).toEqual([])
  await expect.poll(() => cards(again), soon).toEqual([])
  expect(await server.stop()).toBe(0)
  expect(rows()).toEqual([])
  expect(everything()).not.toMatch(clear)
})
