/** An answer of the intake that goes further, when something goes wrong on its way: two texts and a room must be as they were. */
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Store, StoredText } from '../../server/store/contract.ts'
import { createIntake, type Intake } from '../../server/text/intake.ts'
import { joost } from '../support/people.ts'
import { openRoom } from '../support/room.ts'

const [wim, key, client] = ['seat-wim', new Uint8Array(32).fill(5), 4242]
const line = { question: 'afraid', by: 'owner' } as const
const name = 'afraid.owner'
type Commit = Store['commit']

/** What was stored, and an intake over it. `commit`: instead of the disk, while it is set. */
const intakeOver = (rows: StoredText[]) => {
  const faults: { commit: ((...asked: Parameters<Commit>) => ReturnType<Commit>) | null } = { commit: null }
  const commit: Commit = async (_plein, _version, { texts = [] }) => {
    rows.push(...texts)
    return { ok: true }
  }
  const store = { commit: ((...asked) => (faults.commit ?? commit)(...asked)) as Commit }
  return {
    faults,
    commit,
    intake: createIntake({
      plein: 'plein',
      log: { error: () => undefined },
      seatOf: () => null,
      stored: rows,
      store,
      now: () => 0,
      mayWriteOwn: () => true,
      frame: () => undefined,
    }),
  }
}
/** A page of the owner: says what it wrote, as an update. */
const page = () => {
  const doc = new Y.Doc()
  doc.clientID = client
  return (words: string): Uint8Array => {
    const before = Y.encodeStateVector(doc)
    doc.getText(name).insert(doc.getText(name).length, words)
    return Y.encodeStateAsUpdate(doc, before)
  }
}
const by = { seat: wim, clients: new Set([client]), owe: () => undefined }
const words = (intake: Intake) => [intake.openOwn(wim, key)!.words(name), intake.shared.coaches.words(name)]

it('L1 L4 an answer that goes further while the device that wrote it leaves goes, and both texts are whole on disk', async () => {
  const rows: StoredText[] = []
  const { intake } = intakeOver(rows)
  const own = intake.openOwn(wim, key)!
  const wrote = own.write(by, page()('dat het misgaat'))
  intake.leftOwn(wim)
  const went = intake.widen(wim, line, { from: 'own', to: 'coaches', words: 'dat het misgaat' })
  expect(await Promise.all([wrote, went])).toEqual(['saved', 'moved'])
  expect(words(intake)).toEqual(['', 'dat het misgaat'])
  expect(words(intakeOver(rows).intake)).toEqual(['', 'dat het misgaat'])
})

it('L1 L4 an answer that could not go further leaves nothing in either text: what comes after it is stored without a gap', async () => {
  const rows: StoredText[] = []
  const { intake, faults } = intakeOver(rows)
  const [own, write] = [intake.openOwn(wim, key)!, page()]
  await own.write(by, write('dat het misgaat'))
  const wider = { from: 'own', to: 'coaches', words: 'dat het misgaat' } as const
  faults.commit = async () => ({ ok: false, reason: 'failed', problem: 'disk full' })
  expect(await intake.widen(wim, line, wider)).toBe('not-stored')
  faults.commit = () => {
    throw new Error('no store')
  }
  await expect(intake.widen(wim, line, wider)).rejects.toThrow('no store')
  faults.commit = null
  expect(words(intake)).toEqual(['dat het misgaat', ''])
  expect(await own.write(by, write(' en nog eens'))).toBe('saved')
  expect(await intake.widen(wim, line, { ...wider, words: 'dat het misgaat en nog eens' })).toBe('moved')
  expect(words(intakeOver(rows).intake)).toEqual(['', 'dat het misgaat en nog eens'])
})

it('L1 R4 what breaks while the door carries out a command costs that one answer, and the room goes on', async () => {
  const it = await openRoom({
    acts: {
      widen: async () => {
        throw new Error('no key')
      },
    },
  })
  const further = {
    type: 'intake.widen',
    question: 'now',
    by: 'coach',
    from: 'coaches',
    to: 'room',
    words: 'gras',
    confirmed: true,
  } as const
  const asked = [it.ask(joost, further), it.ask(joost, { type: 'plein.set', title: 'Het gras' })]
  expect(await Promise.all(asked)).toMatchObject([{ ok: false, error: { code: 'storage-failed' } }, { ok: true }])
})

it('L1 L2 a room that breaks off answers who waited, and goes on with the next', async () => {
  const it = await openRoom()
  let breaks = true
  const title = { type: 'plein.set', title: 'Het gras' } as const
  const plain = it.told.push
  it.told.push = (...what) => {
    if (!breaks) return plain.apply(it.told, what)
    breaks = false
    throw new Error('nobody can be told')
  }
  expect(await it.ask(joost, title, 'one')).toMatchObject({ ok: false, error: { code: 'storage-failed', remedy: 'retry' } })
  // It was stored, and the same id says so.
  expect(await it.ask(joost, title, 'one')).toMatchObject({ ok: true })
  expect(await it.ask(joost, { ...title, title: 'De bomen' })).toMatchObject({ ok: true })
})
