/** What is asked of Pleinen from outside a room, over HTTP: make one, look at it, change it, delete it. */
import type { CommandOf } from '../../shared/domain/commands.ts'
import { create, type NewPlein } from '../../shared/domain/life/create.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Plein, PleinId } from '../../shared/domain/state.ts'
import { closes } from '../../shared/wire/closes.ts'
import type { Bearer, Wish } from '../access/contract.ts'
import { newLinks } from '../access/secrets.ts'
import { wishAnswer } from '../access/wished.ts'
import type { StoredLink } from '../store/contract.ts'
import type { Blog } from '../text/blog.ts'
import type { ServerWorld } from '../world.ts'
import type { Making } from './contract.ts'
import { type Packing, type Picture, pictureOf } from './picture.ts'
import type { Pleins } from './pleins.ts'

export type Made = { plein: PleinId; code: string; ticket: string; secrets: { coach: string; owner: string; screen: string } }
type Result<T = object> = ({ ok: true } & T) | { ok: false; refusal: Refusal }

export type Rooms = {
  /** `wish`: under which it can be asked for again. */
  create(given: NewPlein, wish?: Wish | null): Promise<Result<Made>>
  /** A Plein that is over, from its outcome: nobody joins it, so it has no code. */
  takeIn(
    imported: Extract<Making['first'], { type: 'plein.imported' }>,
    wish?: Wish | null,
  ): Promise<Result<Pick<Made, 'plein' | 'secrets'>>>
  /** What `look` takes from the state between two turns; `null` when there is no such Plein. */
  read<T>(plein: PleinId, look: (plein: Plein) => T): Promise<T | null>
  /** `full`: name with epoch; or the code with which the line of that document would be closed. Throws when the store cannot read. */
  picture(bearer: Bearer, full: string, packing: Packing): Promise<Picture | number>
  /** `null` when there is no such Plein. Throws when the store cannot read. */
  blog(plein: PleinId): Promise<Blog | null>
  set(plein: PleinId, change: { title?: string; retainUntil?: number }): Promise<Result>
  /** Everything of it goes; everybody in it is told. */
  remove(plein: PleinId): Promise<Result>
}

const no = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })
/** A code that is taken is drawn again; so often in a row is no chance. */
const draws = 5

/** Of a Plein that nobody joins. */
const roleLinks = (links: readonly StoredLink[]): StoredLink[] => links.filter(({ kind }) => kind !== 'code' && kind !== 'ticket')

export const createRooms = (pleins: Pleins, world: ServerWorld): Rooms => {
  const store = async (first: Making['first'], wish: Wish | null = null): Promise<Result<Made>> => {
    for (let drawn = 0; drawn < draws; drawn++) {
      const plein = world.id()
      const { links, secrets, code, ticket } = newLinks(world, wish === null ? undefined : { wish, plein })
      const result = await pleins.create({
        id: plein,
        first,
        links: first.type === 'plein.created' ? links : roleLinks(links),
        ...(wish === null ? {} : { answers: [wishAnswer(world, wish)] }),
      })
      if (result.ok) return { ok: true, plein, code, ticket, secrets }
      if (result.reason === 'failed') break
    }
    return no({ code: 'storage-failed' })
  }
  return {
    create: async (given, wish) => {
      const decision = create(given, world)
      if (!decision.ok) return decision
      const created = decision.events[0]
      if (created?.type !== 'plein.created') throw new Error('a Plein begins with its creation')
      return store(created, wish)
    },
    takeIn: store,
    read: async (id, look) => {
      const place = await pleins.open(id)
      return place ? place.room.read(({ plein }) => look(plein)) : null
    },
    picture: async ({ plein, seat, role }, full, packing) => {
      const place = await pleins.open(plein)
      return place ? pictureOf(place, { seat, role }, full, packing) : closes.unknown
    },
    blog: async (id) => (await pleins.open(id))?.blog ?? null,
    set: async (id, change) => {
      const place = await pleins.open(id)
      if (!place) return no({ code: 'plein-unknown' })
      const command: CommandOf<'plein.set'> = { type: 'plein.set', ...change }
      const answer = await place.room.command({ seat: null, role: 'organiser' }, world.id(), command)
      return answer.ok ? { ok: true } : no(refusalOf(answer.error))
    },
    remove: async (id) => {
      if (!(await pleins.open(id))) return no({ code: 'plein-unknown' })
      const result = await pleins.remove(id)
      return result.ok ? { ok: true } : no({ code: 'storage-failed' })
    },
  }
}

const refusalOf = ({ message: _, remedy: __, ...refusal }: { code: string; message: string; remedy: string }): Refusal => refusal as Refusal
