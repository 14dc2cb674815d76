/** Answers after a vote between the room and the store: counted in memory, tied to nobody, and gone from the file with the Plein. */
import { expect, it } from 'vitest'
import { keyOf } from '../support/given.ts'
import { anneke, fatma, hanna, joost, mo, type Person, ria, samir, teun } from '../support/people.ts'
import { openRoom, plein, type TestRoom } from '../support/room.ts'
import { roomWith } from '../support/voting.ts'

const asked = async () => {
  const { story, cluster } = roomWith(['Groen', 'Water'])
  const { groen = '', water = '' } = cluster
  const room = await openRoom({ happened: story.log, world: story.world })
  const round = String(((await room.ask(joost, { type: 'round.open', budget: 3, maximum: 3 })) as Record<string, unknown>)['round'])
  for (const who of [fatma, samir, mo]) await room.ask(who, { type: 'ballot.cast', round, dots: { [groen]: 3 } })
  for (const who of [ria, hanna, teun]) await room.ask(who, { type: 'ballot.cast', round, dots: { [water]: 1 } })
  await room.ask(joost, { type: 'round.close', round, confirmed: true })
  await room.ask(joost, { type: 'round.reveal', round, revealed: true })
  const about = { round, item: groen }
  expect(await room.ask(joost, { type: 'round.ask', ...about })).toMatchObject({ ok: true })
  const answer = (who: Person, text: string) => room.ask(who, { type: 'condition.post', key: keyOf(text), ...about, text })
  return { room, about, answer }
}
const answers = (room: TestRoom) => room.room.read(({ plein }) => [...plein.ideas.values()].filter(({ as }) => as === 'condition'))

it('M2 one answer of each seat; it is in no count of who has written, and whose it is is known to nobody, so nobody can be stopped for it', async () => {
  const { room, answer } = await asked()
  expect(await answer(ria, 'Water erbij')).toMatchObject({ ok: true })
  expect(await answer(ria, 'Water erbij')).toMatchObject({ ok: true })
  expect(await answer(ria, 'Nog iets')).toMatchObject({ ok: false, error: { code: 'answered-already' } })
  for (const who of [hanna, teun]) expect(await answer(who, `Iets van ${who.name}`)).toMatchObject({ ok: true })
  expect(await room.room.read(({ written }) => written)).toBe(0)
  await room.pass(5000)
  const [first] = await answers(room)
  expect(first?.listed).toBe(true)
  expect(await room.ask(anneke, { type: 'seat.mute', idea: first!.id, muted: true })).toMatchObject({ error: { code: 'author-forgotten' } })
})

it('M2 S2 L1 what is stored of an answer names no seat and no moment; a restart keeps the answers and forgets who gave one', async () => {
  const { room, answer } = await asked()
  for (const who of [ria, hanna]) await answer(who, `Iets van ${who.name}`)
  const stored = await room.store.load(plein)
  const events = stored!.events.filter(({ event }) => event.type === 'idea.posted' && event.as === 'condition')
  expect(events).toHaveLength(2)
  for (const { event } of events) expect(JSON.stringify(event)).not.toMatch(/seat-|"at":/)
  await room.restart()
  expect(await answers(room)).toHaveLength(2)
  await room.pass(5000)
  expect((await answers(room)).every(({ told }) => told === undefined)).toBe(true)
  // Said in docs/threat-model.md: who answers again after a restart counts twice.
  expect(await answer(ria, 'Nog iets')).toMatchObject({ ok: true })
})

it('M4 S4 when the Plein is closed for good, what was held back is gone from the store too', async () => {
  const { room, answer } = await asked()
  for (const who of [ria, hanna]) await answer(who, `Iets van ${who.name}`)
  await room.ask(joost, { type: 'plein.close', confirmed: true })
  await room.pass(60_000)
  await room.room.idle()
  expect(await room.room.read(({ plein }) => plein.sealed)).toBe(true)
  const stored = await room.store.load(plein)
  expect(JSON.stringify(stored!.events)).not.toContain('Iets van')
})
