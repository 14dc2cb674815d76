/** Mistakes that a room, a store, a line or a phone could have. Each is planted from outside, and the simulation must notice it. */
import * as Y from 'yjs'
import type { OutboxEntry } from '../../client/session/outbox.ts'
import { seedAfter } from '../../scripts/players/dice.ts'
import { step2Frame } from '../../server/live/frames.ts'
import type { CommitResult, Store } from '../../server/store/contract.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { judge } from './judge.ts'
import type { Faults } from './parts.ts'
import { schedule } from './shapes.ts'

/** Of each sort of command without words of its own: what is in no step, in a step, and in none that a coach signs. */
const neverStored = [
  'idea.withdraw',
  'ideas.release',
  'ideas.assign',
  'undo',
  'timer.start',
  'door.set',
  'phase.enter',
  'round.reveal',
] as const
/** The answer is that of a room that did it, the same each time. */
const forgetting = (type: (typeof neverStored)[number]): Faults => ({
  room: (room) => ({
    ...room,
    command: async (who, id, command) =>
      command.type === type
        ? { ok: true, idea: 'never', released: 1, step: 'never', undone: 'hidden', phase: 'never' }
        : room.command(who, id, command),
  }),
})

export const planted: Record<string, () => Faults> = {
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
  'remembers refusals in memory only': () => ({
    store: (store) => ({
      ...store,
      commit: (plein, version, commit) =>
        store.commit(plein, version, commit.answers ? { ...commit, answers: commit.answers.filter(({ answer }) => isOk(answer)) } : commit),
    }),
  }),
  'forgets that it refused': () => {
    const times = new Map<string, number>()
    return {
      room: (room) => ({
        ...room,
        command: async (who, id, command) => {
          const name = `${who.seat} ${id}`
          const refused = times.get(name)
          const answer = await room.command(who, refused ? `${id}-${refused}` : id, command)
          if (!answer.ok && answer.error.remedy === 'rejected') times.set(name, (refused ?? 0) + 1)
          return answer
        },
      }),
    }
  },
  'does not know a repeated command': () => {
    let delivered = 0
    return { room: (room) => ({ ...room, command: (who, id, command) => room.command(who, `${id}-${++delivered}`, command) }) }
  },
  'says that a full disk has written': () => ({
    store: (store) => ({ ...store, commit: async (...commit) => store.commit(...commit).then(() => ({ ok: true })) }),
  }),
  'forgets ballots when it is loaded again': () => ({ store: (store) => loading(store, (loaded) => ({ ...loaded, ballots: [] })) }),
  'forgets cards when it is loaded again': () => ({ store: (store) => loading(store, (loaded) => ({ ...loaded, sealed: [] })) }),
  'keeps ballots after they are counted': () => ({
    store: (store) => ({
      ...store,
      commit: (plein, version, commit) =>
        store.commit(plein, version, commit.ballots ? { ...commit, ballots: { ...commit.ballots, eraseRounds: [] } } : commit),
    }),
  }),
  'keeps words that were changed after closing for good': () => ({
    store: (store) => ({ ...store, commit: (plein, version, { outdated: _, ...rest }) => store.commit(plein, version, rest) }),
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
        ...room.document(circle),
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
  'catches up from one too late': () => ({
    room: (room) => ({
      ...room,
      document: (circle) => ({
        ...room.document(circle),
        missing: (vector) => {
          const known = [...Y.decodeStateVector(vector)].map(([client, clock]): [number, number] => [client, clock + 1])
          return room.document(circle).missing(Y.encodeStateVector(new Map(known)))
        },
      }),
    }),
  }),
  'shows before the commit is on disk, and answers after it': () => {
    let written: Promise<CommitResult> = Promise.resolve({ ok: true })
    return {
      store: (store) => ({
        ...store,
        commit: async (...commit) => {
          written = store.commit(...commit)
          return { ok: true }
        },
      }),
      room: (room) => ({
        ...room,
        command: async (...asked) => {
          const answer = await room.command(...asked)
          return (await written).ok ? answer : { ok: false, error: { code: 'storage-failed', message: '', remedy: 'retry' } }
        },
      }),
    }
  },
  'knows an answer by the id alone, whoever asks': () => {
    const first = new Map<string, Answer>()
    return {
      room: (room) => ({
        ...room,
        command: async (who, id, command) => {
          const known = first.get(id)
          if (known) return known
          const answer = await room.command(who, id, command)
          if (answer.ok) first.set(id, answer)
          return answer
        },
      }),
    }
  },
  'drops the outbox when the phone is reloaded': () => ({ shelf: (shelf) => ({ ...shelf, all: async () => [] }) }),
  'sends the other way round after a reload': () => ({
    shelf: (shelf) => ({
      ...shelf,
      all: async () =>
        (await shelf.all()).map(([key, entry]) => [key, { ...(entry as OutboxEntry), order: -(entry as OutboxEntry).order }]),
    }),
  }),
  'obeys who was removed': () => ({ room: (room) => ({ ...room, revoked: () => undefined }) }),
  'answers that all went well when it refused': () => ({
    room: (room) => ({
      ...room,
      command: async (...asked) => {
        const answer = await room.command(...asked)
        return answer.ok || answer.error.remedy === 'retry' ? answer : { ok: true }
      },
    }),
  }),
  ...Object.fromEntries(neverStored.map((type) => [`says ok to ${type} and never stores it`, () => forgetting(type)])),
  'forgets the keys of ideas when it is loaded again': () => ({ store: (store) => loading(store, (loaded) => ({ ...loaded, keys: [] })) }),
}
const isOk = (answer: string): boolean => (JSON.parse(answer) as Answer).ok

type Loaded = NonNullable<Awaited<ReturnType<Store['load']>>>
const loading = (store: Store, change: (loaded: Loaded) => Loaded): Store => ({
  ...store,
  load: async (plein) => {
    const loaded = await store.load(plein)
    return loaded && change(loaded)
  },
})

/** `place`: among those that were played, from 1. */
export type Noticed = { seed: number; place: number; problem: string }

/** The first of so many schedules in which it shows; `null`: in none of them. */
export const noticed = async (fault: string, first: number, schedules: number): Promise<Noticed | null> => {
  const plant = planted[fault]
  if (!plant) throw new Error(`Nobody plants that a room ${fault}.`)
  for (let place = 1; place <= schedules; place++) {
    const seed = seedAfter(first, place - 1)
    const problems = await schedule(seed, plant()).then(
      async (it) => (await judge(it)).problems,
      // A room that cannot even be loaded is noticed too.
      (problem: unknown) => [String(problem)],
    )
    if (problems[0]) return { seed, place, problem: problems[0] }
  }
  return null
}
