import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step2Frame } from '../../server/live/frames.ts'
import type { Store } from '../../server/store/contract.ts'
import { judge } from './judge.ts'
import { afternoon, type Faults } from './simulator.ts'

/** Mistakes that a room, a store or a line could have. Each is planted from outside, and the simulation must notice it. */
const planted: Record<string, () => Faults> = {
  'answers before the commit is on disk': () => ({
    store: (store) => ({
      ...store,
      commit: async (...commit) => {
        void store.commit(...commit)
        return { ok: true }
      },
    }),
  }),
  'remembers answers in memory only': () => ({
    store: (store) => ({ ...store, commit: (plein, version, { answers: _, ...rest }) => store.commit(plein, version, rest) }),
  }),
  'does not know a repeated command': () => {
    let delivered = 0
    return { room: (room) => ({ ...room, command: (who, id, command) => room.command(who, `${id}-${++delivered}`, command) }) }
  },
  'says that a full disk has written': () => ({
    store: (store) => ({ ...store, commit: async (...commit) => store.commit(...commit).then(() => ({ ok: true })) }),
  }),
  'forgets ballots when it is loaded again': () => ({ store: (store) => loading(store, (loaded) => ({ ...loaded, ballots: [] })) }),
  'keeps ballots after they are counted': () => ({
    store: (store) => ({
      ...store,
      commit: (plein, version, commit) =>
        store.commit(plein, version, commit.ballots ? { ...commit, ballots: { ...commit.ballots, eraseRounds: [] } } : commit),
    }),
  }),
  'loses keys when it is loaded again': () => ({
    vault: (vault) => ({ ...vault, read: async () => ({ of: () => null, count: 0 }) }),
  }),
  'says that a key is kept before it is': () => ({
    vault: (vault) => ({ ...vault, keep: async () => {} }),
  }),
  'keeps the keys of rounds that are counted': () => ({
    vault: (vault) => ({ ...vault, only: async () => {} }),
  }),
  'loses a frame now and then': () => {
    let sent = 0
    return { outlet: (outlet) => ({ ...outlet, frame: (...frame) => (++sent % 9 === 0 ? undefined : outlet.frame(...frame)) }) }
  },
  'tells who comes back that nothing was missed': () => ({
    room: (room) => ({
      ...room,
      document: (circle) => ({
        missing: (vector) => (vector.length > 1 ? step2Frame(Y.encodeStateAsUpdate(new Y.Doc())) : room.document(circle).missing(vector)),
      }),
    }),
  }),
  'sends what is for the desk to the whole room': () => ({
    outlet: (outlet) => ({
      ...outlet,
      frame: (circle, frame) => {
        outlet.frame(circle, frame)
        if (circle === 'desk') outlet.frame('board', frame)
      },
    }),
  }),
  'loses the last events when it is loaded again': () => ({
    store: (store) => loading(store, (loaded) => ({ ...loaded, version: loaded.version - 1, events: loaded.events.slice(0, -1) })),
  }),
}
type Loaded = NonNullable<Awaited<ReturnType<Store['load']>>>
const loading = (store: Store, change: (loaded: Loaded) => Loaded): Store => ({
  ...store,
  load: async (plein) => {
    const loaded = await store.load(plein)
    return loaded && change(loaded)
  },
})

describe('the simulation notices a room that', () => {
  it.each(Object.entries(planted))('L1 L2 L3 %s', async (_, faults) => {
    const noticed: { seed: number; problem: string }[] = []
    for (let seed = 1; seed <= 40 && noticed.length === 0; seed++) {
      const problems = await afternoon(seed, faults()).then(
        async (it) => (await judge(it)).problems,
        // A room that cannot even be loaded is noticed too.
        (problem: unknown) => [String(problem)],
      )
      if (problems[0]) noticed.push({ seed, problem: problems[0] })
    }
    console.log(`noticed: ${JSON.stringify(noticed)}`)
    expect(noticed).toHaveLength(1)
  })
})
