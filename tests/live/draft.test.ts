import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { objection } from '../../server/text/guard.ts'
import { closes } from '../../shared/wire/closes.ts'
import { claim, connect } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const text = (doc: Y.Doc): string => doc.getText('text').toString()

describe('the draft of owner and coach', () => {
  it('L4 what two people type is merged, told as saved, and survives a restart', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
    const [his, hers] = [joost.open('text/draft'), wim.open('text/draft')]
    await expect.poll(() => his.provider.synced && hers.provider.synced, soon).toBe(true)
    his.doc.getText('text').insert(0, 'Van wie is het groen?')
    await expect.poll(() => text(hers.doc), soon).toBe('Van wie is het groen?')
    hers.doc.getText('text').insert(7, ' eigenlijk')
    his.doc.getText('text').delete(0, 3)
    his.doc.getText('text').insert(0, 'En van')
    await expect.poll(() => [text(his.doc), text(hers.doc)], soon).toEqual(Array(2).fill('En van wie eigenlijk is het groen?'))
    const told = () => Y.decodeStateVector(Buffer.from(joost.told.saved.at(-1)?.vector ?? 'AA==', 'base64'))
    await expect.poll(() => told().get(his.doc.clientID), soon).toBe(27)

    await server.restart()
    await expect.poll(() => his.provider.synced && joost.socket.connected, soon).toBe(true)
    // The id that was handed out before the restart is still his.
    his.doc.getText('text').insert(0, 'Dus: ')
    await expect.poll(() => saved(joost, 'text/draft'), soon).toBe(true)
    const anneke = await claim(server, 'Anneke', made.links.coach)
    const fresh = anneke.open('text/draft')
    await expect.poll(() => text(fresh.doc), soon).toBe('Dus: En van wie eigenlijk is het groen?')
  })

  it('L4 what was typed while the line was away is brought in when it is back', async () => {
    const server = await startServer()
    const wim = await claim(server, 'Wim', (await server.makePlein()).links.owner)
    const draft = wim.open('text/draft')
    await expect.poll(() => draft.provider.synced, soon).toBe(true)
    draft.provider.disconnect()
    draft.doc.getText('text').insert(0, 'Onderweg bedacht')
    draft.provider.connect()
    await expect.poll(() => saved(wim, 'text/draft'), soon).toBe(true)
    const other = await connect(server, 'Wim', wim)
    const fresh = other.open('text/draft')
    await expect.poll(() => text(fresh.doc), soon).toBe('Onderweg bedacht')
    expect(other.hello().textClient).not.toBe(wim.hello().textClient)
  })

  it('S1 words under the id of somebody else are refused, and nobody reads them', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
    const [forged, hers] = [joost.open('text/draft'), wim.open('text/draft')]
    await expect.poll(() => forged.provider.synced && hers.provider.synced, soon).toBe(true)
    const { clientID } = forged.doc
    forged.doc.clientID = hers.doc.clientID
    forged.doc.getText('text').insert(0, 'Ik ben Wim')
    await expect.poll(() => forged.closes, soon).toEqual([closes.forbidden])
    // Or the provider could not take its leave.
    forged.doc.clientID = clientID
    hers.doc.getText('text').insert(0, 'Echt Wim')
    await expect.poll(() => saved(wim, 'text/draft'), soon).toBe(true)
    expect(text(hers.doc)).toBe('Echt Wim')
  })
})

describe('the guard of co-written texts', () => {
  const own = new Set([7])
  const written = (client: number, write: (doc: Y.Doc) => void, base?: Y.Doc): Uint8Array => {
    const doc = new Y.Doc()
    doc.clientID = client
    if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base))
    const before = Y.encodeStateVector(doc)
    write(doc)
    return Y.encodeStateAsUpdate(doc, before)
  }
  const stored = (): Y.Doc => {
    const doc = new Y.Doc()
    Y.applyUpdate(
      doc,
      written(3, (one) => one.getText('text').insert(0, 'Er stond al iets')),
    )
    return doc
  }

  it('R5 lets honest typing, deleting and moving about through', () => {
    const base = stored()
    const edits = [
      (doc: Y.Doc) => doc.getText('text').insert(3, 'hier '),
      (doc: Y.Doc) => doc.getText('text').delete(2, 5),
      (doc: Y.Doc) => {
        doc.getText('text').insert(0, 'Kop. ')
        doc.getText('text').delete(0, 2)
      },
    ]
    for (const edit of edits) expect(objection(base, written(7, edit, base), own)).toBeNull()
  })

  it('R5 refuses what is no text, too much, under a foreign id, with a gap, or about things that are not there', () => {
    const base = stored()
    const twice = new Y.Doc()
    twice.clientID = 7
    twice.getText('text').insert(0, 'Eerst')
    const known = Y.encodeStateVector(twice)
    twice.getText('text').insert(5, ' dan')
    const bad: [string, Uint8Array][] = [
      ['a map', written(7, (doc) => doc.getMap('plein').set('title', 'x'))],
      ['another root', written(7, (doc) => doc.getText('elders').insert(0, 'x'))],
      ['a format', written(7, (doc) => doc.getText('text').insert(0, 'x', { bold: 'x'.repeat(5000) }))],
      ['an embed', written(7, (doc) => doc.getText('text').insertEmbed(0, { image: 'x' }))],
      ['a nested type', written(7, (doc) => doc.getMap('text').set('x', new Y.Text('x')))],
      ['too many bytes', written(7, (doc) => doc.getText('text').insert(0, 'x'.repeat(20_000)))],
      [
        'too many structs',
        written(7, (doc) => {
          for (let count = 0; count < 600; count++) doc.getText('text').insert(0, 'x')
        }),
      ],
      ['a foreign id', written(8, (doc) => doc.getText('text').insert(0, 'x'))],
      ['a gap', Y.encodeStateAsUpdate(twice, known)],
      ['a neighbour that is not there', written(7, (doc) => doc.getText('text').insert(2, 'x'), twiceOf('Onbekend'))],
      ['a deletion of what is not there', Uint8Array.of(0, 1, 3, 1, 90, 5)],
      ['a deletion of nothing, under an id that is not there', Uint8Array.of(0, 1, 90, 1, 0, 0)],
      ['garbage', Uint8Array.of(9, 9, 9, 9)],
    ]
    for (const [what, update] of bad) expect(objection(base, update, own), what).not.toBeNull()
  })

  const twiceOf = (words: string): Y.Doc => {
    const doc = new Y.Doc()
    doc.clientID = 9
    doc.getText('text').insert(0, words)
    return doc
  }
})
