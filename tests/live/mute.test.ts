import { join as path } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { aPlein, entered, keyOf, opened } from '../support/given.ts'
import { fatma, joost, ria } from '../support/people.ts'
import { claim, join, newId, type Phone } from '../support/phone.ts'
import { openRoom } from '../support/room.ts'
import { startServer } from '../support/server.ts'
import { troubled } from '../support/stores.ts'

const soon = { timeout: 15_000 }
const code = (answer: Answer) => answer.ok || answer.error.code

const scene = async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50' })
  const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'ideas' }])
  const [joost, anneke] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Anneke', made.links.coach)]
  const [fatma, samir] = [await join(server, 'Fatma', made), await join(server, 'Samir', made)]
  const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
  const desk = joost.open('desk')
  const post = (who: Phone, text: string): Command => ({ type: 'idea.post', key: who.key(text), as: 'idea', text, phase })
  const say = async (who: Phone, text: string): Promise<string> => {
    const { idea } = (await who.ask(post(who, text))) as unknown as { idea: string }
    await expect.poll(() => desk.maps()['ideas']?.[idea], soon).toBeTruthy()
    return idea
  }
  const mute = (idea: string, muted = true, by = joost) => by.ask({ type: 'seat.mute', idea, muted })
  const marks = (who: Phone) => who.told.own.findLast(({ muted }) => muted)?.muted
  return { server, made, joost, anneke, fatma, samir, desk, post, say, mute, marks, phase }
}

it('A16 whoever wrote an idea is stopped for this phase without a word about who, and the next phase ends it', async () => {
  const { joost, anneke, fatma, samir, say, mute, marks, post, phase } = await scene()
  const [first, second, other] = [await say(fatma, 'Flauw'), await say(fatma, 'Nog flauwer'), await say(samir, 'Bomen')]
  expect(code(await mute(first))).toBe(true)
  await expect.poll(() => [marks(joost), marks(anneke)], soon).toEqual([[first], [first]])
  expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe('muted')
  expect(code(await fatma.ask({ type: 'idea.edit', key: fatma.key('Flauw'), text: 'Flauwst' }))).toBe('muted')
  expect(code(await samir.ask(post(samir, 'Bankjes')))).toBe(true)
  // Taking back is always one's own, and what was answered before is answered so again.
  expect(await fatma.ask(post(fatma, 'Nog flauwer'))).toMatchObject({ ok: true, idea: second })
  expect(code(await fatma.ask({ type: 'idea.withdraw', key: fatma.key('Flauw') }))).toBe(true)

  // By a second one of the same phone, or by one of another: the same answer, and taking back one mark does not show that there were two.
  const answers = [await mute(second), await mute(other), await mute(second), await mute(other, false), await mute(other, false)]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(code(await mute(second, false))).toBe(true)
  expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe('muted')
  await joost.ask({ type: 'phase.next' })
  await expect.poll(() => marks(anneke), soon).toEqual([])
  expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe(true)
  expect(code(await mute(other))).toBe('author-forgotten')
  // Nobody but the desk hears of it.
  for (const phone of [fatma, samir]) expect(phone.told.own.some((own) => 'muted' in own)).toBe(false)
  expect(fatma.hello().muted).toEqual([])
  expect(code(await fatma.ask({ type: 'seat.mute', idea: other, muted: true }))).toBe('not-allowed')
  expect(code(await mute(newId()))).toBe('idea-unknown')
  expect(phase).toBeTruthy()
})

it('A16 S2 taken back it is over at once, a slip of paper has no phone, and a restart forgets whose an idea is', async () => {
  const { server, joost, fatma, say, mute, post, phase, desk } = await scene()
  const idea = await say(fatma, 'Flauw')
  await mute(idea)
  expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe('muted')
  await mute(idea, false)
  expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe(true)
  const paper = (await joost.ask({ type: 'idea.enter', as: 'idea', text: 'Briefje', phase })) as unknown as { idea: string }
  expect(code(await mute(paper.idea))).toBe('author-forgotten')
  await mute(idea)
  await server.restart()
  await expect.poll(() => joost.socket.connected && fatma.socket.connected, soon).toBe(true)
  expect(code(await mute(idea))).toBe('author-forgotten')
  expect(code(await fatma.ask(post(fatma, 'Daarna')))).toBe(true)
  expect(desk.doc).toBeTruthy()
})

/** What stands in the database afterwards: of each table how many rows, and the kinds of the events. */
const played = async (muted: boolean) => {
  const { server, fatma, samir, say, mute, post } = await scene()
  const ideas = [await say(fatma, 'Flauw'), await say(fatma, 'Nog flauwer'), await say(samir, 'Bomen')]
  const answers = muted ? [await mute(ideas[0]!), await mute(ideas[1]!)] : []
  if (muted) expect(code(await fatma.ask(post(fatma, 'Weer')))).toBe('muted')
  await server.stop()
  const database = new DatabaseSync(path(server.folder, 'pleinbord.db'), { readOnly: true })
  onTestFinished(() => database.close())
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[]
  const rows = new Map(
    tables.map(({ name }) => [
      name,
      database
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  )
  const kinds = database.prepare("SELECT DISTINCT json_extract(event, '$.type') AS type FROM events ORDER BY type").all()
  return { counts: new Map([...rows].map(([name, all]) => [name, all.length])), rows, kinds, answers, ideas, log: server.log() }
}

it('S2 stopping two ideas of one phone leaves two bare answers to the coach and a bare refusal on disk, and nothing that ties the ideas', async () => {
  const [quiet, stopped] = [await played(false), await played(true)]
  expect(stopped.kinds).toEqual(quiet.kinds)
  const more = [...stopped.counts].flatMap(([name, count]) =>
    count === quiet.counts.get(name) ? [] : [[name, count - quiet.counts.get(name)!]],
  )
  expect(more.filter(([name]) => name !== 'events')).toEqual([['answers', 3]])
  // Under a hash of the id alone.
  const refusals = stopped.rows.get('answers')!.filter((row) => row.includes('muted'))
  expect(refusals).toHaveLength(1)
  expect(refusals.join()).not.toMatch(/seat|idea"/)
  expect(stopped.answers.every((answer) => answer.ok && Object.keys(answer).every((key) => key === 'ok' || key === 'versions'))).toBe(true)
  for (const [name, rows] of stopped.rows)
    for (const row of rows)
      expect(stopped.ideas.filter((idea) => row.includes(idea)).length, name).toBeLessThanOrEqual(name === 'events' ? 3 : 1)
  for (const idea of stopped.ideas) expect(stopped.log).not.toContain(idea)
})

describe('A16 when the disk says no', () => {
  const idea = (name: string, phase: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text: name, phase })
  const stopped = async () => {
    let trouble: ReturnType<typeof troubled>['trouble'] | undefined
    const it = await openRoom({
      happened: [aPlein('ideas', 'ideas'), opened, entered('ideas')],
      store: (store) => {
        const made = troubled(store)
        trouble = made.trouble
        return made.store
      },
    })
    const { idea: flauw } = (await it.ask(fatma, idea('Flauw', 'ideas'))) as unknown as { idea: string }
    await it.pass(10_000)
    const mute = (muted: boolean) => it.ask(joost, { type: 'seat.mute', idea: flauw, muted })
    const fail = () => trouble!.next.push({ ok: false, reason: 'failed', problem: 'disk full' })
    const marked = () => it.room.read((view) => view.muted)
    return { it, flauw, mute, fail, marked }
  }

  it('A16 a next phase that was not kept lets nobody write again', async () => {
    const { it, flauw, mute, fail, marked } = await stopped()
    await mute(true)
    fail()
    expect(code(await it.ask(joost, { type: 'phase.next' }))).toBe('storage-failed')
    expect(await marked()).toEqual([flauw])
    expect(code(await it.ask(fatma, idea('Weer', 'ideas')))).toBe('muted')
    expect(code(await mute(false))).toBe(true)
    expect(code(await it.ask(fatma, idea('Weer', 'ideas')))).toBe(true)
  })

  it('A16 nor does a mark that was not kept stop anybody, and what was not kept does not count', async () => {
    const { it, mute, fail, marked } = await stopped()
    for (const refused of [() => mute(true), () => it.ask(fatma, idea('Verloren', 'ideas')), () => it.ask(ria, idea('Weg', 'ideas'))]) {
      fail()
      expect(code(await refused())).toBe('storage-failed')
    }
    expect([await marked(), await it.room.read((view) => view.written)]).toEqual([[], 1])
    expect(code(await it.ask(fatma, idea('Weer', 'ideas')))).toBe(true)
  })

  it('A16 once it is kept the next phase ends it, and whoever writes in it can be stopped in it', async () => {
    const { it, mute, fail, marked } = await stopped()
    await mute(true)
    fail()
    await it.ask(joost, { type: 'phase.next' })
    const answers = await Promise.all([it.ask(joost, { type: 'phase.next' }), it.ask(fatma, idea('Daarna', 'ideas-2'))])
    expect(answers.map(code)).toEqual([true, true])
    expect(await marked()).toEqual([])
    expect(code(await mute(true))).toBe('author-forgotten')
    await it.pass(10_000)
    const { idea: later } = answers[1] as unknown as { idea: string }
    expect(code(await it.ask(joost, { type: 'seat.mute', idea: later, muted: true }))).toBe(true)
    expect(code(await it.ask(fatma, idea('Nog een', 'ideas-2')))).toBe('muted')
  })
})
