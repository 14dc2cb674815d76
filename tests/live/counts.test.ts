import { describe, expect, it } from 'vitest'
import { openVote } from '../support/openVote.ts'
import { claim, join } from '../support/phone.ts'
import { startServer, type TestServer } from '../support/server.ts'

const key = 'organisatorsleutel-van-de-proef'
/** Longer than any machine takes for a test: the desk is told when this much has passed, and not before. */
const batch = 600_000
const later =
  <T>(server: TestServer, look: () => T): (() => T) =>
  () => {
    server.pass(batch)
    return look()
  }

describe('counts that somebody may ask for again and again', () => {
  it('V4 V5 which slips were entered is told to every desk, by number, and to nobody else', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }])
    const [joost, anneke] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Anneke', made.links.coach)]
    const [fatma, beamer] = [await join(server, 'Fatma', made), await claim(server, 'Beamer', made.links.screen)]
    const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
    for (const text of ['Bankjes', 'Bomen']) await joost.ask({ type: 'idea.enter', as: 'idea', text, phase })
    await joost.ask({ type: 'ideas.release', ideas: 'all' })
    await joost.ask({ type: 'phase.next' })
    const { round } = (await joost.ask({ type: 'round.open', over: 'ideas' })) as unknown as { round: string }
    const told = () => anneke.told.crowds.at(-1)?.slips
    const soon = { timeout: 10_000 }
    for (const paper of [12, 3]) await joost.ask({ type: 'ballot.enter', round, paper, dots: {} })
    await expect.poll(told, soon).toEqual({ [round]: [3, 12] })
    await joost.ask({ type: 'ballot.remove', round, paper: 3 })
    await expect.poll(told, soon).toEqual({ [round]: [12] })
    await joost.ask({ type: 'round.close', round, confirmed: true })
    await expect.poll(told, soon).toBeUndefined()
    expect([fatma, beamer].flatMap(({ told }) => told.crowds.flatMap(({ slips }) => (slips === undefined ? [] : [slips])))).toEqual([])
    expect(Math.max(...fatma.told.crowds.map(({ voted }) => voted ?? 0))).toBe(0)
  })

  it('I8 A16 while one or two have written nobody is told how many: else all that came would be of one author', async () => {
    const server = await startServer({ LIMIT_DESK_BATCH: '300' })
    const made = await server.makePlein([{ kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
    const [fatma, ria, samir] = [await join(server, 'Fatma', made), await join(server, 'Ria', made), await join(server, 'Samir', made)]
    const ideas = () => Object.keys(joost.opened('desk').maps()['ideas'] ?? {}).length
    const said = () => [joost, fatma, samir].map(({ told }) => told.crowds.at(-1)?.written)
    const write = (who: typeof fatma, text: string) => who.ask({ type: 'idea.post', key: who.key(text), as: 'idea', text, phase })
    const soon = { timeout: 10_000 }
    await expect.poll(said, soon).toEqual([0, 0, 0])
    for (const text of ['Bankjes', 'Bomen', 'Licht']) await write(fatma, text)
    await expect.poll(ideas, soon).toBe(3)
    await expect.poll(said, soon).toEqual([null, null, null])
    await write(ria, 'Water')
    await expect.poll(ideas, soon).toBe(4)
    await write(samir, 'Schaduw')
    await expect.poll(said, soon).toEqual([3, 3, 3])
    const numbers = [joost, fatma, samir].flatMap(({ told }) => told.crowds.map(({ written }) => written))
    expect(new Set(numbers)).toEqual(new Set([0, null, 3]))
  })

  it('S1 I8 while one or two have written nobody hears at what moment one of them changes something or hands in a card', async () => {
    const server = await startServer({ LIMIT_DESK_BATCH: '300' })
    const made = await server.makePlein([{ kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
    const [fatma, samir] = [await join(server, 'Fatma', made), await join(server, 'Samir', made)]
    const desk = () => Object.values(joost.opened('desk').maps()['ideas'] ?? {}).map((idea) => (idea as { text: string }).text)
    const last = () => [joost, samir].map(({ told }) => told.crowds.at(-1)?.written)
    const soon = { timeout: 10_000 }
    await fatma.ask({ type: 'idea.post', key: fatma.key('bankjes'), as: 'idea', text: 'Bankjes', phase })
    await expect.poll(desk, soon).toEqual(['Bankjes'])
    await expect.poll(last, soon).toEqual([null, null])
    const before = samir.told.crowds.length
    await fatma.ask({ type: 'idea.edit', key: fatma.key('bankjes'), text: 'Bankjes in de schaduw' })
    await expect.poll(desk, soon).toEqual(['Bankjes in de schaduw'])
    await fatma.ask({ type: 'card.seal', key: fatma.key('kaart'), text: 'Ik durf het niet hardop' })
    await expect.poll(() => joost.told.own.findLast(({ cards }) => cards)?.cards?.length, soon).toBe(1)
    await samir.ask({ type: 'seat.ready', phase, ready: true })
    await expect.poll(() => samir.told.crowds.at(-1)?.ready, soon).toBe(1)
    expect(samir.told.crowds.slice(before).map(({ written, ready }) => [written, ready])).toEqual([[null, 1]])
  })

  it('S1 none of them changes at the moment at which Fatma sends, changes or takes back: they follow what the desk is told', async () => {
    const server = await startServer({ ORGANISER_KEY: key, LIMIT_DESK_BATCH: `${batch}` })
    const made = await server.makePlein([{ kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const wim = await claim(server, 'Wim', made.links.owner)
    const fatma = await join(server, 'Fatma', made)
    const opened = await joost.ask({ type: 'plein.open' })
    const phase = (opened as unknown as { phase: string }).phase
    const read = async (path: string, token: string) =>
      (await (await fetch(`${server.origin}/api/v1/pleins/${made.id}${path}`, { headers: { Authorization: `Bearer ${token}` } })).json())
        .counts as Record<string, number>
    const all = async () => {
      const close = await joost.ask({ type: 'plein.close' })
      return [close.ok || close.error['counts'], await read('/outcome.json', wim.token), (await read('', key))['ideas']]
    }
    const counted = (unreleased: number, edits: number, outcome: [number, number, number], ideas: number) => [
      { unreleased, edits, openRounds: 0, notShown: 0 },
      { notShared: outcome[0], shared: outcome[1], withdrawn: outcome[2], hidden: 0 },
      ideas,
    ]
    const [nobody, one] = [counted(0, 0, [0, 0, 0], 0), counted(1, 0, [1, 0, 0], 1)]

    await fatma.ask({ type: 'idea.post', key: fatma.key('bankjes'), as: 'idea', text: 'Meer bankjes', phase })
    expect(await all()).toEqual(nobody)
    await expect.poll(later(server, all)).toEqual(one)
    await fatma.ask({ type: 'idea.edit', key: fatma.key('bankjes'), text: 'Meer bankjes in de schaduw' })
    expect(await all()).toEqual(one)
    await fatma.ask({ type: 'idea.post', key: fatma.key('bomen'), as: 'idea', text: 'Bomen', phase })
    await fatma.ask({ type: 'idea.withdraw', key: fatma.key('bomen') })
    expect(await all()).toEqual(one)

    await expect.poll(later(server, () => joost.ask({ type: 'ideas.release', ideas: 'all' }))).toMatchObject({ ok: true })
    const shared = counted(0, 0, [0, 1, 0], 1)
    expect(await all()).toEqual(shared)
    await fatma.ask({ type: 'idea.edit', key: fatma.key('bankjes'), text: 'Bankjes voor iedereen' })
    expect(await all()).toEqual(shared)
    const edited = counted(0, 1, [0, 1, 0], 1)
    await expect.poll(later(server, all)).toEqual(edited)
    await fatma.ask({ type: 'idea.edit', key: fatma.key('bankjes'), text: 'Bankjes voor iedereen, en water' })
    expect(await all()).toEqual(edited)
  })

  it('I8 A16 each phase has a count of its own, and to go to and fro hastens none', async () => {
    const server = await startServer({ LIMIT_DESK_BATCH: `${batch}` })
    const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const { phase: first } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
    const people = await Promise.all(['Fatma', 'Ria', 'Samir', 'Teun'].map((name) => join(server, name, made)))
    const last = () => joost.told.crowds.at(-1)
    const soon = { timeout: 15_000 }
    const write = async (who: typeof people, phase: string) => {
      for (const one of who) {
        const text = `${one.name} in ${phase}`
        expect(await one.ask({ type: 'idea.post', key: one.key(text), as: 'idea', text, phase })).toMatchObject({ ok: true })
      }
    }
    await write(people, first)
    await expect.poll(later(server, last), soon).toMatchObject({ phase: first, written: 4 })
    const { phase: second } = (await joost.ask({ type: 'phase.next' })) as unknown as { phase: string }
    await expect.poll(last, soon).toMatchObject({ phase: second, written: 0 })
    await write(people.slice(0, 3), second)
    await expect.poll(later(server, last), soon).toMatchObject({ phase: second, written: 3 })
    await joost.ask({ type: 'phase.back' })
    await expect.poll(last, soon).toMatchObject({ phase: first })
    await write(people.slice(3), second)
    await joost.ask({ type: 'phase.next' })
    await expect.poll(last, soon).toMatchObject({ phase: second })
    await expect.poll(later(server, last), soon).toMatchObject({ phase: second, written: 4 })
    const told = joost.told.crowds.map(({ phase, written }) => `${phase === first ? 'first' : 'second'} ${written}`)
    const turns = told.filter((one, at) => one !== told[at - 1])
    expect(turns.slice(-5)).toEqual(['second 0', 'second 3', 'first 4', 'second 3', 'second 4'])
  })

  it('V13 a round that another phase left open is counted in no other one, and the round of now counts its own ballots', async () => {
    const server = await startServer()
    const { joost, round: first } = await openVote(server)
    const last = () => joost.told.crowds.at(-1)
    const soon = { timeout: 10_000 }
    await expect.poll(last, soon).toMatchObject({ round: first, voted: 3 })
    const vote = last()?.phase
    const ideas = await joost.ask({ type: 'phase.play', kind: 'ideas' })
    await expect.poll(last, soon).toMatchObject({ phase: (ideas as unknown as { phase: string }).phase, round: null, voted: null })
    await joost.ask({ type: 'phase.play', kind: 'vote' })
    const second = await joost.ask({ type: 'round.open', over: 'ideas' })
    await expect.poll(last, soon).toMatchObject({ round: (second as unknown as { round: string }).round, voted: 0 })
    await joost.ask({ type: 'phase.enter', phase: String(vote) })
    await expect.poll(last, soon).toMatchObject({ phase: vote, round: first, voted: 3 })
  })
})
