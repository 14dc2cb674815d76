/** The Pleinen in memory. Each is loaded once, however many ask for it at that moment, and goes when it is quiet. */
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyPlein, type PleinId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import type { CommitResult, Listed } from '../store/contract.ts'
import type { Making } from './contract.ts'
import { listingOf } from './listing.ts'
import { createPlace, type Place, type PlaceParts } from './place.ts'
import { dueOf } from './retention.ts'
import { find } from './sealing.ts'

export type Pleins = {
  /** `null` when there is no such Plein. Throws when the store cannot read. */
  open(plein: PleinId): Promise<Place | null>
  /** Only when it is in memory. */
  here(plein: PleinId): Promise<Place | null>
  create(making: Making): Promise<CommitResult>
  /** Everything of it goes now; everybody in it is told. */
  remove(plein: PleinId): Promise<CommitResult>
  all(): Promise<Place[]>
  /** Looks at each that is in memory, see `Room.inspect`. */
  inspect(): Promise<void>
  /** Deletes what is past its date, unless people are in it or the clock is not trusted, and lets go of what is
   *  quiet. Throws when the store cannot read. */
  tidy(): Promise<void>
}

const quietFor = 10 * 60_000

export const createPleins = (parts: PlaceParts): Pleins => {
  const { store, vault, world, access, log, timers, held } = parts
  const places = new Map<PleinId, Promise<Place | null>>()
  const usedAt = new Map<PleinId, number>()
  const peopleAt = new Map<PleinId, number>()
  const startedAt = world.now()

  const load = async (id: PleinId): Promise<Place | null> => {
    const found = await find(id, parts)
    return found === null || found.loaded.version === 0 ? null : createPlace(id, found, parts)
  }
  const open = (id: PleinId): Promise<Place | null> => {
    usedAt.set(id, world.now())
    const known = places.get(id)
    if (known) return known
    const loading = load(id)
    places.set(id, loading)
    // Neither a Plein that is none nor a disk that failed may be remembered.
    const forget = (): void => {
      if (places.get(id) !== loading) return
      places.delete(id)
      usedAt.delete(id)
    }
    loading.then((place) => place === null && forget(), forget)
    return loading
  }

  const all = async (): Promise<Place[]> =>
    (await Promise.all([...places.values()].map((loading) => loading.catch(() => null)))).filter((place) => place !== null)

  const letGo = async (id: PleinId): Promise<void> => {
    const loading = places.get(id)
    const place = await loading?.catch(() => null)
    if (!place) return
    place.credits.tidy()
    place.answers.tidy()
    place.questions.tidy()
    place.prose.tidy()
    await Promise.all([place.room.idle(), place.draft.idle(), place.stage.idle(), place.intake.idle(), place.blog.text.idle()])
    // Somebody may have come in during the wait.
    if (!place.quiet() || place.room.waits() || world.now() - (usedAt.get(id) ?? 0) < quietFor || places.get(id) !== loading) return
    places.delete(id)
    usedAt.delete(id)
    place.close()
  }

  const remove = async (id: PleinId): Promise<CommitResult> => {
    const result = await store.commit(id, null, { deleteAll: true })
    if (!result.ok) return result
    const loading = places.get(id)
    places.delete(id)
    usedAt.delete(id)
    peopleAt.delete(id)
    access.forget(id)
    // Of a key that stays nothing is left to open; the next start sweeps it.
    await vault.only(id, []).catch((problem: unknown) => log.error({ plein: id, problem: String(problem) }, 'keys of rounds could not go'))
    const place = await loading?.catch(() => null)
    if (!place) return result
    place.close()
    place.hall.bye(() => true, 'deleted')
    place.readers.close(() => true, closes.deleted)
    return result
  }

  /** People were in it a moment ago, or may be on their way back to a server that has just started. A screen that stays on in an empty room
   *  is nobody, and those of an Oefen-Plein lose nothing. */
  const goesOn = ({ plein, stage, practice }: Listed): boolean =>
    stage === 'open' && !practice && world.now() - (peopleAt.get(plein) ?? startedAt) < quietFor
  const lookForPeople = async (): Promise<void> => {
    for (const { room, hall } of await all())
      if ([...hall.guests()].some(({ who }) => who.role !== 'screen')) peopleAt.set(room.id, world.now())
  }
  const retain = async (listed: Listed): Promise<void> => {
    const { plein } = listed
    const due = dueOf(listed, world.now())
    if (due === null || held?.()) return
    if (due === 'all' && goesOn(listed)) return
    const { ok } = due === 'all' ? await remove(plein) : await access.retire(plein, due)
    log[ok ? 'info' : 'error']({ plein, due }, ok ? 'what was due to go has gone' : 'what was due to go could not be deleted')
    if (ok && due !== 'all') await retain({ ...listed, retired: due })
  }

  return {
    open,
    here: (id) => places.get(id)?.catch(() => null) ?? Promise.resolve(null),
    create: ({ id, first, links, answers = [] }) => {
      const plein = emptyPlein(id)
      evolve(plein, first, 1)
      return store.commit(id, 0, { events: [{ version: 1, v: 1, event: first }], links, answers, listing: listingOf(plein) })
    },
    remove,
    all,
    inspect: async () => {
      for (const { room } of await all()) {
        await room.inspect()
        await new Promise<void>((resolve) => timers.soon(resolve))
      }
    },
    tidy: async () => {
      for (const id of [...places.keys()]) await letGo(id)
      for (const { room } of await all()) await room.shorten()
      await lookForPeople()
      // One that cannot be read may not keep what others promised to erase.
      for (const listed of await store.list())
        await retain(listed).catch((problem: unknown) =>
          log.error({ plein: listed.plein, problem: String(problem) }, 'what was due to go could not be deleted'),
        )
    },
  }
}
