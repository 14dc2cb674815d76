/** What a text said before its author changed it, on a real server: until when it stands in the files. */
import { expect, it } from 'vitest'
import { holds } from '../support/bytes.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }
const earlier = [
  'Zilverreiger: mijn buurman Piet stookt',
  'Roerdomp: iemand uit de straat stookt',
  'Wielewaal: Piet van nummer 12',
  'Purperkoet',
]
const words = ['Tureluur: ik dacht aan een verbod', 'Kluut: ik weet het niet']
const now = 'Kievit: er wordt in de straat gestookt'
const waits = 'Grutto: er wordt gestookt'

const ok = async (who: Phone, command: Parameters<Phone['ask']>[0]): Promise<void> => {
  expect(await who.ask(command), `${who.name}: ${command.type}`).toMatchObject({ ok: true })
}

it('I10 E4 S1 what a text, a promise or the owner said before it was changed is in no byte once the Plein is closed for good, and everybody reads on', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '50', LIMIT_TAKE_BACK: '300' })
  const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'harvest' }])
  const [joost, fatma] = [await claim(server, 'Joost', made.links.coach), await join(server, 'Fatma', made)]
  joost.open('board')
  joost.open('desk')
  const ideas = (circle: 'board' | 'desk') => Object.values(joost.opened(circle).maps()['ideas'] ?? {}) as { text: string; edit?: string }[]
  await ok(joost, { type: 'plein.open' })
  await expect.poll(() => joost.opened('board').maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(joost.opened('board').maps()['plein']?.['current'])
  const key = fatma.key('stoken')
  await ok(fatma, { type: 'idea.post', key, as: 'idea', text: earlier[0]!, phase })
  await ok(fatma, { type: 'idea.edit', key, text: earlier[1]! })
  await expect.poll(() => ideas('desk').map(({ text }) => text), soon).toEqual([earlier[1]])
  await ok(joost, { type: 'ideas.release', ideas: 'all' })
  await ok(fatma, { type: 'idea.edit', key, text: now })
  const idea = () => Object.keys(joost.opened('desk').maps()['ideas'] ?? {})[0] ?? ''
  await expect.poll(() => joost.ask({ type: 'edit.release', idea: idea() }), soon).toMatchObject({ ok: true })
  await expect.poll(() => ideas('board').map(({ text }) => text), soon).toEqual([now])
  await ok(fatma, { type: 'idea.edit', key, text: waits })
  await ok(joost, { type: 'phase.next' })
  const harvest = String(joost.opened('board').maps()['plein']?.['current'])
  const promise = fatma.key('belofte')
  await ok(fatma, { type: 'idea.post', key: promise, as: 'commitment', text: earlier[2]!, phase: harvest, who: earlier[3]! })
  await ok(fatma, { type: 'idea.edit', key: promise, text: 'Ik bel aan', who: '' })
  const wim = await claim(server, 'Wim', made.links.owner)
  for (const text of [...words, null]) await ok(wim, { type: 'owner.word', text })
  const all = [...earlier, ...words, now, waits]
  expect(holds(server.folder, all)).toEqual(all)

  await ok(joost, { type: 'plein.close', confirmed: true })
  const sealed = () => joost.told.own.findLast(({ documents }) => documents)?.documents?.board
  await expect.poll(sealed, soon).toBeTruthy()
  const last = joost.open('board', sealed())
  await expect.poll(() => last.maps()['plein']?.['sealed'], soon).toBe(true)
  // What waits is what the desk still shows; the words of now are the outcome's.
  await expect.poll(() => holds(server.folder, all), soon).toEqual([now, waits])
  await server.restart()
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const board = anneke.open('board')
  await expect.poll(() => board.maps(), soon).toEqual(last.maps())
  expect(Object.values(board.maps()['ideas'] ?? {})).toMatchObject([{ text: now }])
})
