import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { claim, join } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, press, settled, sheet, sizes, theatre } from '../support/views.ts'

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

test('I9 I13 V4 F6 L4 the working sheets: paper by Enter, a preview of what goes and what stays, hide, old beside new, look here, paper ballots, a typo over a reload', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein',
      dilemma: 'Van wie is de kaede?',
      programme: [{ kind: 'ideas' }, { kind: 'cluster' }, { kind: 'vote' }],
    }),
  })
  const plein = (await made.json()) as MadePlein
  const anneke = await claim(server, 'Anneke', plein.links.coach)
  const ria = await join(server, 'Ria', plein)
  const { doc } = anneke.open('board')
  ok(await anneke.ask({ type: 'plein.open' }))
  await expect.poll(() => doc.getMap('phases').size).toBe(3)
  const phase = [...doc.getMap<{ kind: string }>('phases')].find(([, { kind }]) => kind === 'ideas')![0]
  const texts = () => [...doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text).sort()

  const desk = await it.device(sizes.desk)
  await desk.goto(plein.links.coach.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(desk, w.cover.no).click()
  await sheet(desk, 'ideas')

  // Paper: Enter, the next one; nothing but the keyboard.
  await desk.getByText(w.ideasSheet.enter).click()
  await desk.getByLabel(w.ideasSheet.enterText).click()
  for (const [at, text] of ['Bankjes', 'Bomen', 'Scheldwoord', 'Water'].entries()) {
    await desk.keyboard.type(text)
    await desk.keyboard.press('Enter')
    await desk.getByText(w.ideasEnter.done(at + 1)).waitFor()
    await expect.poll(() => desk.getByLabel(w.ideasSheet.enterText).inputValue()).toBe('')
  }
  const row = (text: string) => desk.locator('li.idea', { hasText: text })
  await press(button(row('Scheldwoord'), w.ideasSheet.hide))
  await desk.getByText(new RegExp(`^${w.ideasSheet.hidden}`)).waitFor()
  await settled(row('Water').locator('label')).waitFor()
  await press(row('Water').getByRole('checkbox'))
  await press(row('Bomen').getByRole('checkbox'))
  await button(desk, w.ideasSheet.releaseChosen(2)).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByText(w.ideasSheet.preview(2, 2)).waitFor()
  for (const text of ['Scheldwoord', 'Bankjes']) await dialog.getByText(text).waitFor()
  await button(dialog, w.ideasSheet.previewGo(2)).click()
  await expect.poll(texts).toEqual(['Bomen', 'Water'])

  // An author changes what the room has read: both wordings beside each other.
  const key = ria.key('Meer licht')
  ok(await ria.ask({ type: 'idea.post', key, as: 'idea', text: 'Meer licht', phase }))
  await row('Meer licht').waitFor()
  await press(button(row('Meer licht'), w.ideasSheet.releaseOne))
  await expect.poll(texts).toContain('Meer licht')
  ok(await ria.ask({ type: 'idea.edit', key, text: 'Meer licht onder de brug' }))
  const edit = desk.locator('.edit')
  await edit.getByText(w.ideasEdit.before).waitFor()
  await edit.getByText('Meer licht onder de brug').waitFor()
  await press(button(desk, w.ideasSheet.editRelease))
  await expect.poll(texts).toContain('Meer licht onder de brug')

  // One tap before the room, and the desk marks what is there.
  const look = button(row('Water'), w.groups.show)
  await press(look)
  await expect.poll(() => look.getAttribute('aria-pressed')).toBe('true')
  const water = [...doc.getMap<{ text: string }>('ideas')].find(([, { text }]) => text === 'Water')![0]
  await expect.poll(() => doc.getMap('plein').get('show')).toEqual({ on: 'idea', idea: water })

  // Paper ballots: number and letters.
  ok(await anneke.ask({ type: 'phase.next' }))
  ok(await anneke.ask({ type: 'phase.next' }))
  await sheet(desk, 'votes')
  await desk.getByLabel(w.votes.ideas(3)).check()
  await button(desk, w.votes.go).click()
  await desk.getByText(w.votes.paper).click()
  const letters = desk.getByLabel(w.votes.paperLetters)
  await letters.fill('AZ')
  await desk.getByText(w.votes.paperUnknown('Z')).first().waitFor()
  await letters.fill('')
  await letters.focus()
  for (const number of [1, 2, 3]) {
    await desk.keyboard.type(number === 2 ? 'b' : 'A')
    await desk.keyboard.press('Enter')
    await desk.getByText(w.votes.paperDone(number)).waitFor()
  }
  // Another desk entered a fourth one meanwhile: this one is asked, and goes on with the next number that nobody has.
  await expect.poll(() => doc.getMap('rounds').size).toBe(1)
  const [round] = [...doc.getMap('rounds').keys()]
  ok(await anneke.ask({ type: 'ballot.enter', round: round!, paper: 4, dots: {} }))
  await desk.keyboard.type('A')
  await desk.keyboard.press('Enter')
  await desk.getByRole('alert').getByText(w.votes.paperTaken(4)).waitFor()
  await button(desk, w.votes.paperOther(5)).click()
  await desk.getByText(w.votes.paperDone(5)).waitFor()
  await expect.poll(() => letters.evaluate((field) => field === document.activeElement)).toBe(true)
  await desk.getByText(w.votes.paperEntered('1–5')).waitFor()
  for (const number of [4, 5]) {
    await desk.getByLabel(w.votes.paperNumber).fill(String(number))
    await button(desk, w.votes.paperRemove(number)).click()
    await desk.getByText(w.votes.paperRemoved(number)).waitFor()
  }
  await desk.getByText(w.votes.paperEntered('1–3')).waitFor()
  await button(desk, w.votes.close).click()
  await button(desk, w.votes.closeGo).click()
  await button(desk, w.votes.reveal, false).click()
  const first = desk.getByRole('row', { name: /^A / })
  await first.waitFor()
  expect(await first.getByRole('cell').first().innerText()).toContain('2')
  const [most, half] = await desk.locator('.bar > span').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width))
  expect((half ?? 0) / (most ?? 1)).toBeCloseTo(1 / 2, 1)

  // A correction that was begun outlives a reload, and is no new link.
  await sheet(desk, 'question')
  await button(desk, w.question.correct).click()
  await desk.getByLabel(w.question.correct).fill('Van wie is de kade?')
  await desk.reload()
  await sheet(desk, 'question')
  expect(await desk.getByLabel(w.question.correct).inputValue()).toBe('Van wie is de kade?')
  await button(desk, w.save).click()
  await expect.poll(() => [...doc.getMap<{ text: string }>('framings').values()].map(({ text }) => text)).toEqual(['Van wie is de kade?'])
  expect(it.faults).toEqual([])
})
