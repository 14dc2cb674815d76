import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { typeInto } from '../../client/session/textBinding.ts'
import { createHistory } from '../../server/text/history.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const minute = 60_000
const [wim, joost] = [11, 22]

type Update = { update: Uint8Array; at: number }
const take = (history: ReturnType<typeof createHistory>, text: Y.Text, { update, at }: Update): void => {
  const before = text.toString()
  const { structs } = Y.decodeUpdate(update)
  const begun = structs.filter((one) => one instanceof Y.Item && one.origin?.clock !== one.id.clock - 1).length
  const heard = ({ delta }: Y.YTextEvent) =>
    history.changed(
      before,
      {
        deleted: delta.reduce((sum, part) => sum + (part.delete ?? 0), 0),
        places: Math.min(begun, delta.filter((part) => part.insert !== undefined).length),
        by: structs[0]?.id.client ?? null,
      },
      at,
    )
  text.observe(heard)
  Y.applyUpdate(text.doc!, update)
  text.unobserve(heard)
}

/** A text as the server has it, written in at given minutes: by Wim, or by whoever has another client id. */
const written = () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const history = createHistory()
  const stored: Update[] = []
  const pages = new Map<number, Y.Doc>()
  let now = 0
  let come = 0
  const pageOf = (client: number): Y.Doc => {
    const page = pages.get(client) ?? new Y.Doc()
    if (!pages.has(client))
      page.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && stored.push({ update, at: now * minute }))
    page.clientID = client
    pages.set(client, page)
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc), 'server')
    return page
  }
  return {
    at: (minutes: number, write: (text: Y.Text) => void, client = wim) => {
      now = minutes
      write(pageOf(client).getText('text'))
      for (; come < stored.length; come++) {
        take(history, text, stored[come]!)
      }
    },
    earlier: () => history.earlier(),
    again: () => {
      const fresh = new Y.Doc()
      const second = createHistory()
      for (const one of stored) take(second, fresh.getText('text'), one)
      return second.earlier()
    },
  }
}
const letterByLetter = (text: Y.Text): void => {
  while (text.length > 0) text.delete(text.length - 1, 1)
}

describe('L6 earlier versions of a text that is written together', () => {
  it('L6 are kept when nobody wrote for a while', () => {
    const it = written()
    it.at(1, (text) => text.insert(0, 'Van wie is het plein?'))
    it.at(2, (text) => text.insert(0, 'Vraag: '))
    it.at(9, (text) => text.insert(0, 'De '))
    expect(it.earlier()).toEqual([{ at: 2 * minute, words: 'Vraag: Van wie is het plein?' }])
  })

  it('L6 are kept before much is deleted: at once, letter by letter, or by writing something else over it', () => {
    const words = 'Wie zorgt er voor het plein als het donker is?'
    for (const deleting of [
      (text: Y.Text) => text.delete(0, text.length),
      letterByLetter,
      (text: Y.Text) => typeInto(text, 'ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ'),
    ]) {
      const it = written()
      it.at(5, (text) => text.insert(0, words))
      it.at(5, deleting)
      expect(it.earlier()).toContainEqual({ at: 5 * minute, words })
    }
  })

  it('L6 are the same after a restart, at most twenty, and somebody who types and deletes all the time does not push the evening out', () => {
    const it = written()
    for (let hour = 0; hour < 12; hour++) it.at(hour * 60, (text) => text.insert(0, `Van het uur ${hour} staat dit hier. `))
    for (let time = 0; time < 60; time++) {
      it.at(721, (text) => text.insert(0, `Onzin nummer ${time}, en nog veel meer onzin.`))
      it.at(721, letterByLetter)
    }
    const kept = it.earlier()
    expect(kept).toHaveLength(20)
    expect(kept.filter(({ words }) => words.startsWith('Van het uur '))).not.toHaveLength(0)
    for (let hour = 0; hour < 11; hour++) expect(kept.map(({ at }) => at)).toContain(hour * 60 * minute)
    expect(it.again()).toEqual(kept)
  })

  it.each(['Mijn zoon.', 'Wie is wij?', 'Ja\n'])('L6 are kept of a short answer too, however all of it goes: %j', (words) => {
    for (const deleting of [(text: Y.Text) => text.delete(0, text.length), letterByLetter, (text: Y.Text) => typeInto(text, '#######')]) {
      const it = written()
      it.at(5, (text) => text.insert(0, words))
      it.at(5, deleting, joost)
      expect(it.earlier()).toContainEqual({ at: 5 * minute, words })
    }
  })

  it.each([0, 1, 5])(
    'L6 of what the room has are not pushed out by 40 pages of nonsense that another one pastes and wipes, %i minutes apart',
    (apart) => {
      for (const begins of [() => undefined, (text: Y.Text) => text.insert(3, '!')]) {
        const it = written()
        const words = 'Wie zorgt er voor het groen in onze straat, en wie mag er zeggen hoe het eruit ziet? '.repeat(4)
        it.at(0, (text) => text.insert(0, words))
        it.at(2, (text) => text.delete(0, 20))
        it.at(2, (text) => text.insert(0, words.slice(0, 20)))
        it.at(3, begins, joost)
        it.at(3, (text) => text.delete(0, text.length), joost)
        for (let time = 0; time < 40; time++) {
          it.at(3 + time * apart, (text) => text.insert(0, `${time} `.padEnd(words.length + 9, 'x')), joost)
          it.at(3 + time * apart, (text) => text.delete(0, text.length), joost)
        }
        const kept = it.earlier()
        expect(kept).toHaveLength(20)
        expect(kept.map((one) => one.words.replace('!', ''))).toContain(words)
        expect(it.again()).toEqual(kept)
      }
    },
  )

  it('L6 of one minute are thinned from the end: a longer page that is pasted and wiped after it pushes out nothing, whoever wrote it', () => {
    const it = written()
    const words = 'Wie zorgt er voor het groen in onze straat?'
    it.at(3, (text) => text.insert(0, words))
    for (let time = 0; time < 40; time++) {
      it.at(3, (text) => text.delete(0, text.length))
      it.at(3, (text) => text.insert(0, `${time} `.padEnd(90, 'x')))
    }
    expect(it.earlier()).toHaveLength(20)
    expect(it.earlier().at(-1)).toEqual({ at: 3 * minute, words })
  })

  it.each(['by one writer', 'by two'])('L6 hold what was pasted and wiped just now, %s, though as many are kept as can be', (how) => {
    const it = written()
    const other = how === 'by two' ? joost : wim
    it.at(0, (text) => text.insert(0, 'Wie zorgt er voor het groen in onze straat?'))
    for (let time = 1; time < 30; time++) {
      it.at(2 * time, (text) => text.delete(0, text.length))
      it.at(2 * time, (text) => text.insert(0, `Wat vindt u van voorstel ${time}, en wie mag er nog meepraten?`))
    }
    expect(it.earlier()).toHaveLength(20)
    const pages = 'Drie bladzijden die Ria thuis had geschreven. '.repeat(100)
    it.at(60, (text) => text.delete(0, text.length))
    it.at(60, (text) => text.insert(0, pages), other)
    it.at(60, (text) => text.delete(0, text.length))
    expect(it.earlier()[0]?.words).toBe(pages)
    expect(it.again()).toEqual(it.earlier())
  })

  it('L6 of what somebody else wrote last stay beside pages of nonsense that together are more than is kept', () => {
    const it = written()
    const words = 'Wie zorgt er voor het groen? '.repeat(2000)
    it.at(0, (text) => text.insert(0, words))
    it.at(1, (text) => text.delete(0, text.length), joost)
    for (let time = 0; time < 8; time++) {
      it.at(1, (text) => text.insert(0, `${time} `.padEnd(50_000, 'x')), joost)
      it.at(1, (text) => text.delete(0, text.length), joost)
    }
    expect(it.earlier().map((one) => one.words)).toContain(words)
    expect(it.earlier().reduce((sum, one) => sum + one.words.length, 0)).toBeLessThanOrEqual(200_000)
  })

  it.each(['one write that puts', 'many writes that put'])('L6 are kept before %s a letter between each two, and take none away', (how) => {
    for (const words of ['Wie zorgt er voor het groen in onze straat?', 'Mijn zoon.']) {
      const it = written()
      it.at(5, (text) => text.insert(0, words))
      const strew = (text: Y.Text): void => {
        for (let place = words.length - 1; place > 0; place--) text.insert(place, 'qxz'.charAt(place % 3))
      }
      it.at(5, (text) => (how.startsWith('one') ? text.doc!.transact(() => strew(text)) : strew(text)), joost)
      it.at(5, (text) => text.delete(0, text.length))
      expect(it.earlier()).toContainEqual({ at: 5 * minute, words })
    }
  })

  it('L6 of a very long text are fewer', () => {
    const it = written()
    it.at(0, (text) => text.insert(0, 'Van wie is het plein?'))
    for (let hour = 1; hour < 6; hour++) it.at(hour * 60, (text) => text.insert(0, 'Een lange bladzijde. '.repeat(2500)))
    it.at(400, (text) => text.delete(0, text.length))
    expect(it.earlier().reduce((sum, { words }) => sum + words.length, 0)).toBeLessThanOrEqual(200_000)
    expect(it.earlier().at(-1)).toEqual({ at: 0, words: 'Van wie is het plein?' })
    expect(it.earlier().length).toBeGreaterThan(2)
  })
})

it('L6 S1 what somebody wiped is told to coach and owner, also after a restart, and comes back as ordinary writing; a phone may not ask', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  const fatma = await join(server, 'Fatma', made)
  const [his, hers] = [joost.open('text/draft'), wim.open('text/draft')]
  await expect.poll(() => his.provider.synced && hers.provider.synced, soon).toBe(true)
  expect(await joost.ask({ type: 'text.earlier' })).toEqual({ ok: true, earlier: [] })
  const words = 'Wie zorgt er voor het plein als het donker is?'
  hers.doc.getText('text').insert(0, words)
  await expect.poll(() => his.doc.getText('text').toString(), soon).toBe(words)
  his.doc.getText('text').delete(0, words.length)
  await expect.poll(() => hers.doc.getText('text').toString(), soon).toBe('')
  const told = { ok: true, earlier: [{ at: expect.any(Number), words }] }
  expect(await joost.ask({ type: 'text.earlier' })).toEqual(told)
  expect(await wim.ask({ type: 'text.earlier' })).toEqual(told)
  expect(await fatma.ask({ type: 'text.earlier' })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })

  await server.restart()
  await expect.poll(() => his.provider.synced && hers.provider.synced && joost.socket.connected, soon).toBe(true)
  const answer = await joost.ask({ type: 'text.earlier' })
  expect(answer).toEqual(told)
  typeInto(his.doc.getText('text'), (answer as unknown as { earlier: { words: string }[] }).earlier[0]!.words)
  await expect.poll(() => hers.doc.getText('text').toString(), soon).toBe(words)
})
