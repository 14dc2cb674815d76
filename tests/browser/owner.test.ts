import { expect, test } from 'vitest'
import { owner as w } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { led } from '../support/led.ts'
import { claim, join } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, joinByQr, sizes, theatre } from '../support/views.ts'

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

test('A8 C6 F3 the owner writes along, takes over a proposal and takes that back; authors choose a group that the coach made of a selection', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de haven',
      dilemma: 'Hoe blijft de haven van iedereen?',
      programme: [{ kind: 'ideas' }, { kind: 'cluster', settings: { whoGroups: 'authors' } }, { kind: 'reframe' }],
      settings: { ownerAdopts: true, ownerListens: false },
    }),
  })
  const plein = (await made.json()) as MadePlein
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const coach = await claim({ origin: it.server.origin } as TestServer, 'Anneke', plein.links.coach)
  const desk = coach.open('desk')
  const owner = await it.device(sizes.desk)
  await owner.goto(at(plein.links.owner))
  // Before anything is shared there is no outcome to fetch, and an empty draft is nothing to have kept.
  await owner.getByText(w.outcome.later).waitFor()
  expect(await button(owner, w.outcome.formats.html).count()).toBe(0)
  const draft = owner.getByLabel(w.draft.label)
  const state = owner.locator('.draft-foot').getByRole('status')
  await expect.poll(() => draft.getAttribute('readonly')).toBeNull()
  await expect.poll(() => state.innerText()).toBe('')
  await draft.fill('Van wie is de haven?')
  await state.getByText(w.draft.saved).waitFor()
  await draft.fill('')
  await expect.poll(() => state.innerText()).toBe('')
  ok(await coach.ask({ type: 'plein.open' }))
  const fatma = await joinByQr(it, at(plein.links.join))

  const idea = 'Een vaste avond met de schippers'
  await owner.getByLabel(phone.write.idea.label, { exact: true }).fill(idea)
  await owner.getByLabel(phone.write.idea.label, { exact: true }).press('Tab')
  await owner.keyboard.press('Enter')
  await owner.locator('.own').getByText(phone.own.state.sent).waitFor()
  await button(owner, phone.signals.hand).click()
  await expect.poll(() => coach.told.crowds.at(-1)).toMatchObject({ hands: 1 })
  await button(owner, phone.signals.hand).click()
  await expect.poll(() => coach.told.crowds.at(-1)).toMatchObject({ hands: 0 })
  await owner.reload()
  await owner.locator('.own').getByText(idea).waitFor()
  await expect.poll(() => desk.doc.getMap('ideas').size).toBe(1)
  ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  await owner.locator('.own').getByText(phone.own.state.shared).waitFor()
  await button(owner, w.outcome.formats.html).waitFor()
  expect(await owner.getByText(w.outcome.later).count()).toBe(0)

  const proposed = 'Wie beslist er over de haven?'
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).fill('Minder hekken')
  await button(fatma, phone.write.idea.send).last().click()
  // By its words: the one before may stand at this desk a moment longer.
  const found = () => [...desk.doc.getMap<{ text: string }>('ideas')].find(([, { text }]) => text === 'Minder hekken')?.[0]
  await expect.poll(found).toBeTruthy()
  const later = found()!
  ok(await coach.ask({ type: 'ideas.release', ideas: [later] }))
  ok(await coach.ask({ type: 'phase.next' }))
  ok(await coach.ask({ type: 'cluster.create', name: 'Toegang', ideas: [later] }))
  await owner.getByRole('radio', { name: 'Toegang' }).check()
  await owner.getByText('Toegang (2)').waitFor()

  ok(await coach.ask({ type: 'phase.next' }))
  await fatma.getByLabel(phone.write.proposal.label, { exact: true }).fill(proposed)
  await button(fatma, phone.write.proposal.send).last().click()
  await expect.poll(() => [...desk.doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text)).toEqual([proposed])
  ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'proposal' }))
  // Now the wording is what it is about: on a phone, too, its draft is the first field and stands in the first window.
  await owner.setViewportSize(sizes.phone)
  await expect.poll(() => owner.getByRole('textbox').first().getAttribute('id')).toBe(await draft.getAttribute('id'))
  expect(await draft.evaluate((field) => field.getBoundingClientRect().bottom + scrollY)).toBeLessThan(sizes.phone.height)
  await owner.setViewportSize(sizes.desk)
  await owner.locator('summary', { hasText: w.draft.proposals(1) }).click()
  await button(owner, w.draft.takeThis(proposed)).click()
  await owner.getByText(w.draft.fromProposal).waitFor()
  await owner.getByText(w.draft.sources(0)).click()
  await owner.getByRole('checkbox', { name: 'Toegang' }).check()
  await button(owner, w.draft.adopt).click()
  await fatma.locator('.plate-text', { hasText: proposed }).first().waitFor()
  const framings = () => [...coach.opened('board').doc.getMap<{ order: number; by: string; sources: unknown[] }>('framings').values()]
  coach.open('board')
  await expect.poll(() => framings().length).toBe(2)
  expect(framings().find((one) => one.order === 1)).toMatchObject({ by: 'participant' })
  expect(framings().find((one) => one.order === 1)?.sources).toHaveLength(2)

  await button(owner, w.draft.undo).click()
  await owner.getByText(w.draft.undone).waitFor()
  await expect.poll(() => framings().length).toBe(1)
  expect(it.faults).toEqual([])
})

test('F3 a proposal that the owner took over is still that of the room on a page that is loaded anew', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  const text = 'Wat heeft de kade ’s avonds nodig?'
  ok(await fatma.ask({ type: 'idea.post', key: fatma.key('voorstel'), as: 'proposal', text, phase: plein.phase('reframe') }))
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size).toBe(1)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  await wim.locator('summary', { hasText: w.draft.proposals(1) }).click()
  const take = button(wim, w.draft.takeThis(text))
  const draft = wim.getByLabel(w.draft.label)
  const theirs = wim.getByText(w.draft.fromProposal)
  const loadedAnew = async (words: string) => {
    await wim.getByText(w.draft.saved, { exact: true }).waitFor()
    await wim.reload()
    await expect.poll(() => draft.inputValue()).toBe(words)
  }
  await take.click()
  await draft.fill('')
  await theirs.waitFor({ state: 'detached' })
  await draft.fill('Van wie is de kade?')
  await loadedAnew('Van wie is de kade?')
  expect(await theirs.count()).toBe(0)

  await wim.locator('summary', { hasText: w.draft.proposals(1) }).click()
  await take.click()
  await theirs.waitFor()
  await loadedAnew(text)
  await button(wim, w.draft.adopt).click()
  const author = () =>
    [...plein.coach.opened('board').doc.getMap<{ text: string; by: string }>('framings').values()].find((link) => link.text === text)?.by
  await expect.poll(author).toBe('participant')
  expect(it.faults).toEqual([])
})
