/** Ballots between the room, the store and the vault: sealed before they are answered, opened after a restart, and never again after the count. */
import { describe, expect, it } from 'vitest'
import type { Keys } from '../../server/keys/contract.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { ownOf } from '../../server/live/hall.ts'
import type { Store } from '../../server/store/contract.ts'
import type { Dots } from '../../shared/domain/state.ts'
import { fatma, joost, type Person, ria, samir } from '../support/people.ts'
import { openRoom, plein, type RoomOptions, type TestRoom } from '../support/room.ts'
import { roomWith } from '../support/voting.ts'

const setting = roomWith(['Groen', 'Water', 'Wegen'])
const { groen = '', water = '', wegen = '' } = setting.cluster

/** A room whose log is that of a vote phase; its coach opens a round. */
const voting = async (options: Partial<RoomOptions> = {}) => {
  const it = await openRoom({ happened: setting.story.log, world: setting.story.world, ...options })
  const answer = await it.ask(joost, { type: 'round.open', budget: 5, maximum: 3 })
  return { it, round: String((answer as Record<string, unknown>)['round']), answer }
}
const cast = (it: TestRoom, who: Person, round: string, dots: Dots) => it.ask(who, { type: 'ballot.cast', round, dots })
const rows = async (it: TestRoom) => (await it.store.load(plein))!.ballots
const own = (it: TestRoom, who: Person) => it.room.read((view) => ownOf(view.plein, who.seat!).ballots)
const unopened = (it: TestRoom) => it.room.read((view) => view.unopened)
const stored = async (it: TestRoom, count: number) => {
  await it.room.idle()
  expect((await it.vault.read(plein)).count).toBe(count)
}
const close = (it: TestRoom, round: string) => it.ask(joost, { type: 'round.close', round, confirmed: true })
const reveal = (it: TestRoom, round: string) => it.ask(joost, { type: 'round.reveal', round, revealed: true })
const counted = (it: TestRoom, round: string) => it.room.read((view) => view.plein.rounds.get(round)!)
const three: [Person, Dots][] = [
  [fatma, { [groen]: 3, [water]: 2 }],
  [ria, { [wegen]: 1 }],
  [samir, {}],
]
const castAll = async (it: TestRoom, round: string) => {
  for (const [who, dots] of three) expect(await cast(it, who, round, dots)).toMatchObject({ ok: true })
}

describe('ballots of an open round', () => {
  it('S3 stand sealed and equally long in the store, and after a restart each is told to its owner alone', async () => {
    const { it, round } = await voting()
    await castAll(it, round)
    const sealed = await rows(it)
    expect(sealed.map(({ ballot }) => ballot.slice(0, 2))).toEqual(['1.', '1.', '1.'])
    expect(new Set(sealed.map(({ ballot }) => ballot.length)).size).toBe(1)
    expect(sealed.every(({ ballot }) => ![groen, water, wegen].some((item) => ballot.includes(item)))).toBe(true)
    await it.restart()
    for (const [who, dots] of three) expect(await own(it, who)).toEqual({ [round]: dots })
    expect(await own(it, joost)).toEqual({})
    expect(await unopened(it)).toEqual({})
  })

  it('V4 L1 a slip that was taken out stays out after a restart, and one that was entered again in the same breath stays in', async () => {
    const { it, round } = await voting()
    const enter = (paper: number, dots: Dots) => it.ask(joost, { type: 'ballot.enter', round, paper, dots })
    const remove = (paper: number) => it.ask(joost, { type: 'ballot.remove', round, paper })
    const slips = () => it.room.read((view) => Object.fromEntries(view.plein.ballots.get(round) ?? []))
    await castAll(it, round)
    for (const paper of [1, 2, 3]) await enter(paper, {})
    await remove(1)
    await Promise.all([remove(2), enter(2, { [groen]: 1 }), enter(4, {}), remove(4), remove(3)])
    const before = await slips()
    expect(Object.keys(before)).toEqual([fatma, ria, samir].map(({ seat }) => seat).concat('paper:2'))
    await it.restart()
    const after = await slips()
    expect(after).toEqual(before)
    expect(after['paper:2']).toEqual({ [groen]: 1 })
  })

  it('S3 L1 the key is kept before the round is told, and with it nothing is answered that would not open', async () => {
    const done: string[] = []
    const vault = memoryVault()
    const { answer } = await voting({
      vault: { ...vault, keep: (...key) => vault.keep(...key).then(() => void done.push('key')) },
      store: (store) => ({ ...store, commit: (...commit) => store.commit(...commit).finally(() => done.push('commit')) }),
    })
    expect(answer).toMatchObject({ ok: true })
    expect(done).toEqual(['key', 'commit'])
  })

  it('L1 a key that cannot be kept is a disk that refuses: no round, a notice, and the same command is accepted later', async () => {
    const vault = memoryVault()
    let full = true
    const { it, answer } = await voting({
      vault: { ...vault, keep: async (...key) => (full ? Promise.reject(new Error('ENOSPC')) : vault.keep(...key)) },
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed' } })
    expect(it.notices).toEqual([{ notice: 'storage-failed' }])
    expect(await it.room.read((view) => view.plein.rounds.size)).toBe(0)
    full = false
    expect(await it.ask(joost, { type: 'round.open', budget: 5, maximum: 3 })).toMatchObject({ ok: true })
    await stored(it, 1)
  })

  it('L1 S3 a round whose commit failed leaves no key behind', async () => {
    let fails = 1
    const { it, answer } = await voting({
      store: (store) => ({
        ...store,
        commit: async (...commit) => (fails-- > 0 ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
      }),
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed' } })
    await stored(it, 0)
  })

  it('S3 V6 the key goes with the count, before anybody is told; taking back the closing keeps it', async () => {
    const vault = memoryVault()
    let keysWhenTold = -1
    const { it, round } = await voting({ vault })
    await castAll(it, round)
    await close(it, round)
    await stored(it, 1)
    await it.ask(joost, { type: 'round.reopen', round })
    await it.restart()
    expect(await own(it, fatma)).toEqual({ [round]: three[0]![1] })
    await close(it, round)
    const told = it.told.length
    await reveal(it, round).then(async () => {
      keysWhenTold = (await vault.read(plein)).count
    })
    expect(it.told.length).toBeGreaterThan(told)
    expect(keysWhenTold).toBe(0)
    expect(await rows(it)).toEqual([])
    expect(await counted(it, round)).toMatchObject({ status: 'counted', cast: 3 })
  })

  it('L1 S3 a count that the disk refuses keeps key and ballots, and is done again', async () => {
    let fails = false
    const { it, round } = await voting({
      store: (store) => ({
        ...store,
        commit: async (...commit) => (fails ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
      }),
    })
    await castAll(it, round)
    await close(it, round)
    fails = true
    expect(await reveal(it, round)).toMatchObject({ ok: false, error: { code: 'storage-failed' } })
    await stored(it, 1)
    expect(await own(it, fatma)).toEqual({ [round]: three[0]![1] })
    fails = false
    await it.restart()
    expect(await reveal(it, round)).toMatchObject({ ok: true })
    expect(await counted(it, round)).toMatchObject({ cast: 3 })
    await stored(it, 0)
  })

  it('V13 S3 each round has a key of its own, and counting one leaves the other', async () => {
    const { it, round } = await voting()
    await castAll(it, round)
    const last = (await it.room.read((view) => view.plein.order)).at(-1)!
    expect(await it.ask(joost, { type: 'phase.enter', phase: last })).toMatchObject({ ok: true })
    const answer = (await it.ask(joost, { type: 'round.open', budget: 300, maximum: 20 })) as Record<string, unknown>
    const second = String(answer['round'])
    expect(await cast(it, ria, second, { [water]: 19 })).toMatchObject({ ok: true })
    await stored(it, 2)
    await close(it, round)
    await reveal(it, round)
    await stored(it, 1)
    await it.restart()
    expect(await own(it, ria)).toEqual({ [second]: { [water]: 19 } })
  })

  it('S3 a server that dies between the count and the destroying of the key destroys it at the next start', async () => {
    const vault = memoryVault()
    let dies = false
    const { it, round } = await voting({
      vault: { ...vault, only: (...kept) => (dies ? new Promise(() => {}) : vault.only(...kept)) },
    })
    await castAll(it, round)
    await close(it, round)
    dies = true
    void reveal(it, round)
    await expect.poll(async () => (await rows(it)).length).toBe(0)
    expect((await vault.read(plein)).count).toBe(1)
    dies = false
    await it.restart()
    await stored(it, 0)
    expect(await counted(it, round)).toMatchObject({ status: 'counted', cast: 3 })
  })

  it('S3 a key that cannot be destroyed is tried again, and the room goes on', async () => {
    const vault = memoryVault()
    let refuses = false
    const { it, round } = await voting({
      vault: { ...vault, only: async (...kept) => (refuses ? Promise.reject(new Error('EIO')) : vault.only(...kept)) },
    })
    await castAll(it, round)
    await close(it, round)
    refuses = true
    expect(await reveal(it, round)).toMatchObject({ ok: true })
    await stored(it, 1)
    refuses = false
    await it.ask(joost, { type: 'timer.start', seconds: 60 })
    await stored(it, 0)
  })

  it('S3 A5 when the Plein is sealed no key is left, whatever was still open', async () => {
    const { it, round } = await voting()
    await castAll(it, round)
    await it.ask(joost, { type: 'plein.close', confirmed: true })
    await it.pass(60_000)
    await stored(it, 0)
    expect(await it.room.read((view) => view.plein.sealed)).toBe(true)
    expect((await counted(it, round)).final).toMatchObject({ ballots: 3 })
  })
})

const without: Keys = { of: () => null, count: 0 }

describe('ballots that cannot be opened', () => {
  it('S3 without the key nothing opens; it is said, and people can vote again', async () => {
    const vault = memoryVault()
    const errors: string[] = []
    let lost = false
    const { it, round } = await voting({
      vault: { ...vault, read: async (of) => (lost ? without : vault.read(of)) },
      log: { info: () => {}, warn: () => {}, error: (facts, text) => void errors.push(`${text} ${JSON.stringify(facts)}`) },
    })
    await castAll(it, round)
    lost = true
    await it.restart()
    expect(await unopened(it)).toEqual({ [round]: 3 })
    for (const [who] of three) expect(await own(it, who)).toEqual({})
    expect(errors).toEqual([expect.stringMatching(/^ballots cannot be opened.*"ballots":3/)])
    expect(errors[0]).not.toContain(fatma.seat)
    // The first who votes again makes a new key; who does not is still missed, also after another restart.
    lost = false
    await vault.only(plein, [])
    expect(await cast(it, fatma, round, { [water]: 1 })).toMatchObject({ ok: true })
    expect(await unopened(it)).toEqual({ [round]: 2 })
    await it.restart()
    expect([await unopened(it), await own(it, fatma)]).toEqual([{ [round]: 2 }, { [round]: { [water]: 1 } }])
    await cast(it, ria, round, {})
    await cast(it, samir, round, { [water]: 1 })
    expect(await unopened(it)).toEqual({})
    await close(it, round)
    await reveal(it, round)
    expect(await counted(it, round)).toMatchObject({ cast: 3 })
    await stored(it, 0)
  })

  it('S3 a coach still reads it when the round was counted without them', async () => {
    const vault = memoryVault()
    let lost = false
    let full = false
    const { it, round } = await voting({
      vault: { ...vault, read: async (of) => (lost ? without : vault.read(of)) },
      store: (store) => ({
        ...store,
        commit: async (...commit) => (full ? { ok: false, reason: 'failed', problem: 'disk full' } : store.commit(...commit)),
      }),
    })
    await castAll(it, round)
    await close(it, round)
    lost = true
    await it.restart()
    await it.pass(60_000)
    expect(await counted(it, round)).toMatchObject({ status: 'counted', cast: 0 })
    expect(await unopened(it)).toEqual({ [round]: 3 })
    full = true
    expect(await it.ask(joost, { type: 'timer.start', seconds: 60 })).toMatchObject({ ok: false })
    expect(await unopened(it)).toEqual({ [round]: 3 })
  })

  it('L1 a vault that cannot be read is no lost key: the Plein waits for its disk', async () => {
    const vault = memoryVault()
    let broken = false
    const { it, round } = await voting({
      vault: { ...vault, read: async (of) => (broken ? Promise.reject(new Error('EIO')) : vault.read(of)) },
    })
    await castAll(it, round)
    broken = true
    await expect(it.restart()).rejects.toThrow('EIO')
    broken = false
    await it.restart()
    expect(await unopened(it)).toEqual({})
  })

  it('S3 R1 a row in which somebody put the ballot of another is not counted as a vote of either', async () => {
    const { it, round } = await voting()
    await castAll(it, round)
    const found = await rows(it)
    const of = (who: Person) => found.find(({ voter }) => voter === who.seat)!
    await it.store.commit(plein, null, { ballots: { put: [{ ...of(ria), ballot: of(fatma).ballot }] } })
    await it.restart()
    expect(await unopened(it)).toEqual({ [round]: 1 })
    expect([await own(it, ria), await own(it, fatma)]).toEqual([{}, { [round]: three[0]![1] }])
  })
})

describe('ballots from before they were sealed', () => {
  const plainly = (it: TestRoom, round: string, ballots: [Person, string][]) =>
    it.store.commit(plein, null, { ballots: { put: ballots.map(([who, ballot]) => ({ round, voter: who.seat!, ballot })) } })

  it('S3 are taken as they stand and sealed at once, and the file is cleaned of them', async () => {
    const commits: unknown[] = []
    const vault = memoryVault()
    const { it, round } = await voting({
      vault,
      store: (store: Store): Store => ({
        ...store,
        commit: async (...commit) => {
          commits.push(commit[2].ballots)
          return store.commit(...commit)
        },
      }),
    })
    await vault.only(plein, [])
    await plainly(
      it,
      round,
      three.map(([who, dots]) => [who, JSON.stringify(dots)]),
    )
    await it.restart()
    await stored(it, 1)
    expect((await rows(it)).every(({ ballot }) => ballot.startsWith('1.'))).toBe(true)
    expect(commits.at(-1)).toMatchObject({ replaces: true })
    const made = commits.length
    await it.restart()
    await it.room.idle()
    expect(commits).toHaveLength(made)
    for (const [who, dots] of three) expect(await own(it, who)).toEqual({ [round]: dots })
    expect(await unopened(it)).toEqual({})
  })

  it('R1 nobody votes by writing in the file what the rules would refuse', async () => {
    const { it, round } = await voting()
    await plainly(it, round, [
      [fatma, JSON.stringify({ [groen]: 50 })],
      [ria, '{"groen":'],
      [samir, JSON.stringify({ elders: 1 })],
    ])
    await it.restart()
    expect(await unopened(it)).toEqual({ [round]: 3 })
  })
})

describe('many ballots', () => {
  it('R5 a thousand ballots in one turn do not hold up the loop', async () => {
    const { it, round } = await voting({ soon: setImmediate })
    // Of this thread on a processor: what others do on this machine holds up no loop.
    const spent = (): number => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    }
    const before = spent()
    let last = before
    let longest = 0
    let beats = 0
    const beat = (): void => {
      const now = spent()
      longest = Math.max(longest, now - last)
      last = now
      beats++
      if (beats > 0) setImmediate(beat)
    }
    const votes = Array.from({ length: 1000 }, (_, person) =>
      it.room.command({ seat: `seat-${person}`, role: 'participant' }, `vote-${person}`, {
        type: 'ballot.cast',
        round,
        dots: { [groen]: 1 },
      }),
    )
    await new Promise((resolve) => setImmediate(resolve))
    beat()
    const answers = await Promise.all(votes)
    const took = spent() - before
    beats = Number.NEGATIVE_INFINITY
    console.log(`1000 ballots answered in ${took.toFixed(0)} ms; the loop stood still ${longest.toFixed(1)} ms at most`)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1000)
    // In one go it would stand still for nearly all of it.
    expect(longest).toBeLessThan(took / 2)
  })
})
