/** What no page could have written into a text that several write: nothing of it stands, and everybody reads and writes on. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { partsOf } from '../../client/session/textParts.ts'
import { type At, collected, forged, insertion } from '../../scripts/fuzz/forged.ts'
import { type Dice, dice } from '../../scripts/players/dice.ts'
import { closes } from '../../shared/wire/closes.ts'
import { cowritten, typed, updateIn } from '../support/cowritten.ts'

const [wim, joost] = [11, 22]
const at = (client: number, clock: number): At => ({ client, clock })
const words = (doc: Y.Doc, root = 'text'): string => doc.getText(root).toString()
const page = (client: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}
const sentence = 'Wij bouwen wel huizen op de kade'

/** Wim has written a sentence, and in another text of the document; Joost one word at its end. */
const begun = async () => {
  const it = cowritten(['text', 'elders'])
  const his = page(wim)
  expect(
    await it.write(
      wim,
      typed(his, (doc) => doc.getText('text').insert(0, sentence)),
    ),
  ).toBe('saved')
  expect(
    await it.write(
      wim,
      typed(his, (doc) => doc.getText('elders').insert(0, 'Elders')),
    ),
  ).toBe('saved')
  expect(await it.write(joost, forged(insertion(at(joost, 0), at(wim, sentence.length - 1), null, '!')))).toBe('saved')
  Y.applyUpdate(his, it.told.at(-1)!)
  return { ...it, his }
}
const [first, last] = [at(wim, 0), at(wim, sentence.length - 1)]
const bad: Record<string, readonly (Y.Item | Y.GC)[]> = {
  'an insertion of no letter': [insertion(at(joost, 1), null, first, '')],
  'letters that were collected away, none of them': [collected(at(joost, 1), 0)],
  'letters that were collected away': [collected(at(joost, 1), 5)],
  'a clock past what can be counted': [collected(at(joost, 1), 1.5 * 2 ** 55)],
  'a clock past thirteen years of typing': [collected(at(joost, 1), 2 ** 31)],
  'itself as its neighbour': [insertion(at(joost, 1), at(joost, 1), null, 'x')],
  'what comes after it as its neighbour': [insertion(at(joost, 1), null, at(joost, 2), 'x'), insertion(at(joost, 2), first, null, 'y')],
  'a right neighbour that is the left one': [insertion(at(joost, 1), at(wim, 9), at(wim, 9), ' niet')],
  'a right neighbour that stands before the left one': [insertion(at(joost, 1), at(wim, 9), at(wim, 3), ' niet')],
  'neighbours in two texts': [insertion(at(joost, 1), at(wim, 9), at(wim, sentence.length), ' niet')],
  'neighbours that never stood beside each other': [insertion(at(joost, 1), first, last, ' niet')],
  'a left neighbour as if it were the last letter': [insertion(at(joost, 1), first, null, ' niet')],
  'a right neighbour as if it were the first letter': [insertion(at(joost, 1), null, last, ' niet')],
  'no neighbour, where something stands': [insertion(at(joost, 1), null, null, ' niet')],
  'a good one before a bad one': [insertion(at(joost, 1), null, first, 'Ja: '), insertion(at(joost, 5), at(wim, 9), at(wim, 3), 'x')],
}

describe('R5 L6 what no page could have written', () => {
  it.each(Object.entries(bad))(
    'L1 L3 R5 %s is refused; others write on, and who comes later reads the same, also after a restart',
    async (_, structs) => {
      const it = await begun()
      const before = it.rows.length
      expect(await it.write(joost, forged(...structs))).toBe(closes.frame)
      expect(it.rows).toHaveLength(before)
      expect(
        await it.write(
          wim,
          typed(it.his, (doc) => doc.getText('text').insert(0, 'Nee. ')),
        ),
      ).toBe('saved')
      const wanted = `Nee. ${sentence}!`
      expect([words(it.his), it.text().words(), words(it.newcomer())]).toEqual([wanted, wanted, wanted])
      it.restart()
      expect([it.text().words(), words(it.newcomer()), words(it.newcomer(), 'elders')]).toEqual([wanted, wanted, 'Elders'])
      expect(it.logged).toEqual([])
    },
  )

  it('R5 is paid for by whoever sent it when all that was accepted has to be read again', async () => {
    const it = await begun()
    await it.write(joost, forged(...bad['a right neighbour that stands before the left one']!))
    expect(it.owed).toEqual([])
    await it.write(joost, forged(...bad['a good one before a bad one']!))
    expect(it.owed).toEqual([40])
  })
})

describe('L1 L6 what stands on disk and cannot be read', () => {
  it('L1 L6 costs itself and nothing else: not the words of others, and not one row', async () => {
    const it = await begun()
    const spoilt = [
      ...['an insertion of no letter', 'letters that were collected away, none of them', 'a clock past what can be counted'].map((one) =>
        forged(...bad[one]!),
      ),
      Uint8Array.of(9, 9, 9),
      // It follows on one of those.
      forged(insertion(at(joost, 7), first, null, 'x')),
    ]
    it.rows.splice(1, 0, ...spoilt.map((update) => ({ text: 'draft', update, at: 0 })))
    it.restart()
    expect([it.text().words(), words(it.newcomer())]).toEqual([`${sentence}!`, `${sentence}!`])
    expect(it.logged.map(({ facts }) => facts)).toEqual([{ plein: 'plein', text: 'draft', rows: 4 }])
    expect(
      await it.write(
        wim,
        typed(it.his, (doc) => doc.getText('text').insert(0, 'Nee. ')),
      ),
    ).toBe('saved')
    expect(it.rows).toHaveLength(9)
  })

  it('L1 L6 costs that text when Yjs itself breaks off on it: it takes no words, its rows stay, and all else goes on', async () => {
    const it = await begun()
    const rows = it.rows.length + 1
    it.rows.push({ text: 'draft', update: forged(...bad['itself as its neighbour']!), at: 0 })
    it.restart()
    expect(it.text().words()).toBe('')
    expect(
      await it.write(
        wim,
        typed(it.his, (doc) => doc.getText('text').insert(0, 'Nee. ')),
      ),
    ).toBe(closes.full)
    expect(() => it.text().prepare((doc) => doc.getText('text').insert(0, 'x'))).toThrow()
    expect(it.rows).toHaveLength(rows)
    expect(it.logged.map(({ facts }) => facts)).toEqual([{ plein: 'plein', text: 'draft' }])
  })
})

describe('R5 L6 how long a text may become', () => {
  it('R5 L6 what would make it longer is refused with a code of its own, nothing that stands is lost, and taking away goes on', async () => {
    const it = cowritten()
    const his = page(wim)
    const long = 'x'.repeat(10_000)
    for (let count = 0; count < 20; count++)
      expect(
        await it.write(
          wim,
          typed(his, (doc) => doc.getText('text').insert(0, long)),
        ),
      ).toBe('saved')
    const more = page(joost)
    Y.applyUpdate(more, Y.encodeStateAsUpdate(his))
    expect(
      await it.write(
        joost,
        typed(more, (doc) => doc.getText('text').insert(0, 'y')),
      ),
    ).toBe(closes.full)
    expect(it.text().words()).toHaveLength(200_000)
    expect(
      await it.write(
        wim,
        typed(his, (doc) => doc.getText('text').delete(0, 10)),
      ),
    ).toBe('saved')
    expect(
      await it.write(
        wim,
        typed(his, (doc) => doc.getText('text').insert(0, 'Nog iets')),
      ),
    ).toBe('saved')
    expect([it.text().words(), words(it.newcomer())]).toEqual([words(his), words(his)])
  })

  it('R5 many insertions at one place where many stand that their writer did not see are refused, before anybody has to find their place', async () => {
    const it = cowritten()
    const [his, hers] = [page(wim), page(joost)]
    expect(
      await it.write(
        wim,
        typed(his, (doc) => doc.getText('text').insert(0, 'ab')),
      ),
    ).toBe('saved')
    Y.applyUpdate(hers, Y.encodeStateAsUpdate(his))
    const between = (doc: Y.Doc, count: number) =>
      typed(doc, () => {
        for (let times = 0; times < count; times++) doc.getText('text').insert(1, 'x')
      })
    // Two pages that were away, each with as much as a busy hour: that is taken in, and paid for.
    for (let times = 0; times < 5; times++) expect(await it.write(wim, between(his, 400))).toBe('saved')
    expect(await it.write(joost, between(hers, 100))).toBe('saved')
    expect(it.owed).toEqual([40])
    expect(await it.write(joost, between(hers, 400))).toBe(closes.full)
    expect(words(it.newcomer())).toBe(it.text().words())
    expect(it.text().words()).toHaveLength(2102)
  })
})

/** A page on which somebody types, takes away, undoes, and is away for a while. */
const editor = (client: number, roots: readonly string[], it: ReturnType<typeof cowritten>, { below, pick }: Dice) => {
  const doc = page(client)
  const undo = new Y.UndoManager(
    roots.map((root) => doc.getText(root)),
    { captureTimeout: 0 },
  )
  let [heard, away] = [0, false]
  let typedHere: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && typedHere.push(update))
  const listen = (most: number): void => {
    for (; heard < it.told.length && most > 0; heard++, most--) Y.applyUpdate(doc, it.told[heard]!, 'server')
  }
  const send = async (update: Uint8Array): Promise<unknown[]> => {
    const answers: unknown[] = []
    for (const part of partsOf(update)) answers.push(await it.write(client, part))
    return answers
  }
  const back = async (): Promise<unknown[]> => {
    away = false
    Y.applyUpdate(doc, updateIn(it.text().missing(Y.encodeStateVector(doc))), 'server')
    heard = it.told.length
    typedHere = []
    return send(Y.encodeStateAsUpdate(doc, it.text().stateVector()))
  }
  const deed = async (): Promise<unknown[]> => {
    const text = doc.getText(pick(roots))
    const place = below(text.length + 1)
    switch (below(9)) {
      case 0:
        text.delete(place, below(Math.min(6, text.length - place) + 1))
        return []
      case 1:
        if (below(2) === 0) undo.undo()
        else undo.redo()
        return []
      case 2:
        away = true
        return []
      case 3:
        return away ? back() : []
      case 4:
        if (!away) listen(below(4))
        return []
      case 5: {
        if (away || typedHere.length === 0) return []
        const update = Y.mergeUpdates(typedHere)
        typedHere = []
        return send(update)
      }
      case 6:
        // Letter by letter, backwards too.
        for (let count = below(5), where = place; count > 0; count--)
          text.insert(below(2) === 0 ? where : Math.min(where++, text.length), 'ab')
        return []
      default:
        text.insert(place, pick(['a', 'bc', 'def ', '😀', '\n']))
        return []
    }
  }
  return { doc, deed, back, client }
}

it.each(Array.from({ length: 40 }, (_, run) => run + 1))(
  'L3 L4 R5 what pages write is never refused, whatever is late, away or undone, and all read the same in the end (seed %i)',
  async (seed) => {
    const roots = ['text', 'elders', 'daar']
    const thrown = dice(seed)
    const it = cowritten(roots)
    const pages = Array.from({ length: 4 }, () => editor(1 + thrown.below(2 ** 32 - 1), roots, it, thrown))
    const answers: unknown[] = []
    for (let count = 0; count < 400; count++) {
      answers.push(...(await thrown.pick(pages).deed()))
      if (thrown.below(150) === 0) it.restart()
    }
    for (const one of pages) answers.push(...(await one.back()))
    for (const one of pages) answers.push(...(await one.back()))
    expect(answers.filter((answer) => answer !== 'saved')).toEqual([])
    const all = (doc: Y.Doc) => roots.map((root) => words(doc, root))
    const wanted = roots.map((root) => it.text().words(root))
    for (const doc of [...pages.map((one) => one.doc), it.newcomer()]) expect(all(doc)).toEqual(wanted)
    it.restart()
    expect(roots.map((root) => it.text().words(root))).toEqual(wanted)
  },
)

it.each(Array.from({ length: 10 }, (_, run) => run + 1))(
  'L3 R5 whatever neighbours are named, what is accepted stands in the same place for who was there and for who comes later (seed %i)',
  async (seed) => {
    const { below, pick } = dice(seed)
    let accepted = 0
    for (let run = 0; run < 60; run++) {
      const it = cowritten()
      const there = page(1)
      const letters: At[] = []
      const clocks = new Map(Array.from({ length: 3 }, () => [2 + below(1000), 0]))
      for (let count = 0; count < 14; count++) {
        const client = pick([...clocks.keys()])
        const [left, right] = [0, 0].map(() => (letters.length === 0 || below(5) === 0 ? null : pick(letters)))
        const own = at(client, clocks.get(client)!)
        if ((await it.write(client, forged(insertion(own, left!, right!, pick([...'abcdefgh']))))) !== 'saved') continue
        accepted += 1
        letters.push(own)
        clocks.set(client, own.clock + 1)
      }
      for (const update of it.told) Y.applyUpdate(there, update)
      expect([words(there), words(it.newcomer())]).toEqual([it.text().words(), it.text().words()])
    }
    expect(accepted).toBeGreaterThan(60)
  },
)
