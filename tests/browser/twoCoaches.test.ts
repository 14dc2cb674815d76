import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { heldLine } from '../support/heldLine.ts'
import { claim } from '../support/phone.ts'
import type { MadePlein } from '../support/server.ts'
import { button, press, settled, sizes, theatre } from '../support/views.ts'

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(answer.error.code)
  return answer
}

const programme = ['welcome', 'ideas', 'cluster', 'vote'].map((kind) => ({ kind }))
type Theatre = Awaited<ReturnType<typeof theatre>>
const making = async ({ server }: Theatre): Promise<MadePlein> => {
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein over de brug', dilemma: 'Wie mag er over de brug?', programme }),
  })
  return (await answer.json()) as MadePlein
}

test('P11 C9 two coaches press the same button: the room moves once, one step is taken back, and nobody is alarmed', async () => {
  const it = await theatre()
  const made = await making(it)
  const anneke = await claim(it.server, 'Anneke', made.links.coach)
  const { phase: welcome } = ok(await anneke.ask({ type: 'plein.open' })) as { phase: string }
  const board = anneke.open('board').doc
  const desk = await it.device(sizes.desk)
  const line = await heldLine(desk)
  await desk.goto(made.links.coach.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(desk, w.cover.no).click()
  const roomAt = (kind: 'welcome' | 'ideas' | 'cluster' | 'vote') => desk.locator('.rail-now').getByText(w.kinds[kind]).waitFor()
  await roomAt('welcome')
  const current = () => board.getMap('plein').get('current')

  // Both want to go on to the ideas.
  line.holds()
  const { phase: ideas } = ok(await anneke.ask({ type: 'phase.next', during: welcome })) as { phase: string }
  await button(desk, w.rail.next(w.kinds.ideas), false).click()
  line.goesOn()
  await button(desk, w.rail.next(w.kinds.cluster), false).waitFor()
  await roomAt('ideas')
  await expect.poll(() => desk.locator('button[aria-busy=true]').count()).toBe(0)
  await expect.poll(current).toBe(ideas)
  expect(await desk.getByRole('alert').count()).toBe(0)

  // What she made stays; what she took back herself is not taken back twice.
  const create = async (name: string) => ok(await anneke.ask({ type: 'cluster.create', name, ideas: [], open: true }))
  await create('Goed werk')
  const { step } = (await create('Vergissing')) as unknown as { step: string }
  const other = button(desk, w.undo.anyTitle(w.steps.created))
  await other.waitFor()
  line.holds()
  ok(await anneke.ask({ type: 'undo', step }))
  await other.click()
  line.goesOn()
  await expect.poll(() => desk.locator('button[aria-busy=true]').count()).toBe(0)
  // Where this one stands, whatever was asked before it has been heard of too.
  await create('Later')
  const names = () => [...board.getMap<{ name: string }>('clusters').values()].map(({ name }) => name)
  await expect.poll(names).toContain('Later')
  expect(names()).toEqual(['Goed werk', 'Later'])
  expect(await desk.getByRole('alert').count()).toBe(0)

  // She went elsewhere: that is said, and the room stays where she took it.
  const vote = [...board.getMap<{ kind: string }>('phases')].find(([, { kind }]) => kind === 'vote')![0]
  line.holds()
  ok(await anneke.ask({ type: 'phase.enter', phase: vote }))
  await button(desk, w.rail.next(w.kinds.cluster), false).click()
  line.goesOn()
  await desk
    .getByRole('alert')
    .getByText(refusalsNl['room-moved']({ code: 'room-moved', phase: vote }))
    .waitFor()
  await roomAt('vote')
  await expect.poll(current).toBe(vote)
})

test('A15 a coach says no to the one she saw: another coach let that one in, and the next in line stays where they are', async () => {
  const it = await theatre()
  const { coach, join } = (await making(it)).links
  const anneke = await claim(it.server, 'Anneke', coach)
  ok(await anneke.ask({ type: 'door.set', locked: false, asks: true }))
  const post = (path: string, body: object) =>
    fetch(`${it.server.origin}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const come = async (): Promise<string> =>
    ((await (await post('join', { ticket: new URL(join).hash.slice(1) })).json()) as { waiting: string }).waiting
  const status = async (secret: string): Promise<number> => (await post('join/waiting', { secret })).status
  const fatma = await come()
  const desk = await it.device(sizes.desk)
  const line = await heldLine(desk)
  await desk.goto(coach.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(desk, w.cover.no).click()
  await desk.locator('.side').getByText(w.manage.waiting(1)).waitFor()
  const no = button(desk, w.manage.sendAway)

  await settled(no).waitFor()
  line.holds()
  ok(await anneke.ask({ type: 'door.admit', who: 'first' }))
  const samir = await come()
  await no.click()
  line.goesOn()
  await desk
    .getByRole('alert')
    .getByText(refusalsNl['nobody-waiting']({ code: 'nobody-waiting' }))
    .waitFor()
  expect([await status(fatma), await status(samir)]).toEqual([201, 202])

  // Whoever comes moves no button: the one under a finger is still about the first.
  await expect.poll(() => desk.locator('button[aria-busy=true]').count()).toBe(0)
  const before = await button(desk, w.manage.letIn).boundingBox()
  const ria = await come()
  await desk.locator('.side').getByText(w.manage.waiting(2)).waitFor()
  const after = await button(desk, w.manage.letFirstIn).boundingBox()
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y])
  // The second half of a double tap, when the next one stands first.
  const again = await desk.locator('.side').evaluateHandle(
    (side, [one, name]) => ({
      pressed: new Promise<void>((done) => {
        const watch = new MutationObserver(() => {
          const next = [...side.querySelectorAll('button')].find(({ textContent }) => textContent === name)
          if (!side.textContent.includes(one!) || !next || next.classList.contains('button-busy')) return
          watch.disconnect()
          setTimeout(() => done(void next.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }))))
        })
        watch.observe(side, { childList: true, subtree: true, characterData: true, attributes: true })
      }),
    }),
    [w.manage.waiting(1), w.manage.letIn],
  )
  await press(button(desk, w.manage.letFirstIn))
  await again.evaluate(({ pressed }) => pressed)
  await settled(button(desk, w.manage.letIn)).waitFor()
  expect([await status(samir), await status(ria)]).toEqual([201, 202])
})
