/** The server's clock is set back by an hour in the middle of a Plein, as on a laptop that booted ahead and hears the right time at the venue. */
import { expect, it } from 'vitest'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const hour = 3_600_000

it('A16 V6 counts, the desk, a result and the end of a Plein wait no longer for it', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '500' })
  const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const fatma = await join(server, 'Fatma', made)
  const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
  const desk = joost.open('desk')
  const ideas = () => Object.keys(desk.maps()['ideas'] ?? {}).length
  const write = async (text: string) =>
    expect(await fatma.ask({ type: 'idea.post', key: fatma.key(text), as: 'idea', text, phase })).toMatchObject({ ok: true })
  await write('Bankjes')
  await expect.poll(ideas, soon).toBe(1)
  await expect.poll(() => joost.told.crowds.at(-1)?.joined, soon).toBe(1)

  // The desk is promised the next one by the old clock.
  await write('Bomen')
  server.setClock(-hour)
  await expect.poll(ideas, soon).toBe(2)
  await write('Licht')
  await join(server, 'Samir', made)
  await expect.poll(ideas, soon).toBe(3)
  await expect.poll(() => joost.told.crowds.at(-1)?.joined, soon).toBe(2)

  server.setClock(0)
  await joost.ask({ type: 'phase.next' })
  await joost.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  const { round } = (await joost.ask({ type: 'round.open', over: 'ideas' })) as unknown as { round: string }
  await joost.ask({ type: 'round.close', round, confirmed: true })
  server.setClock(-hour)
  const status = () => (joost.opened('board').maps()['rounds']?.[round] as { status?: string } | undefined)?.status
  expect(await joost.ask({ type: 'round.reopen', round })).toMatchObject({ ok: false, error: { code: 'too-late' } })
  await joost.ask({ type: 'timer.start', seconds: 60 })
  await expect.poll(status, soon).toBe('counted')
})
