/** The organiser's side: list, change and delete Pleinen, and make new links. */
import { z } from 'zod'
import { countable } from '../../shared/domain/ideas/listing.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Deed } from '../audit/audit.ts'
import { dayToCome } from './dayToCome.ts'
import type { Edge } from './edge.ts'
import { joinLink, roleLink } from './links.ts'
import { lookAt } from './look.ts'
import { Problem, refusedBy } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import { stored } from './stored.ts'

const iso = (moment: number): string => new Date(moment).toISOString()

const details = (plein: Plein, join: { code: string; ticket: string } | null, base: string) => ({
  id: plein.id,
  title: plein.title,
  stage: plein.stage,
  locale: plein.locale,
  createdAt: iso(plein.createdAt),
  retainUntil: iso(plein.retainUntil),
  practice: plein.practice,
  imported: plein.imported && iso(plein.imported.at),
  closedAt: plein.closedAt === null ? null : iso(plein.closedAt),
  doorLocked: plein.doorLocked,
  doorAsks: plein.doorAsks,
  outcomeShared: plein.outcomeShared,
  code: join?.code ?? null,
  links: { join: join && joinLink(base, join.ticket) },
  counts: { seats: plein.seats.size, ideas: countable(plein).length, rounds: plein.rounds.size, framings: plein.framings.size },
})

export const pleins = (edge: Edge): Route[] => {
  const { access, rooms, store, addresses, settings, secret, audit } = edge
  const { limits } = settings
  const params = { id: z.string() }
  const addressOf = (chosen: string | null, openedAt: string | null) => addresses.joinAddress({ chosen, openedAt })

  const noted = (id: string, deed: Deed): void => audit.note(id, { role: 'organiser', seat: null }, deed)
  const read = <T>(id: string, look: (plein: Plein) => T): Promise<T> => lookAt(rooms, id, look)
  const describe = async (id: string, origin: string | null) => {
    await read(id, () => null)
    const join = await stored(access.joinInfo(id))
    return read(id, (plein) => details(plein, join, addressOf(plein.settings.address, origin)))
  }

  return [
    route({
      method: 'get',
      path: '/api/v1/pleins',
      name: 'listPleins',
      summary: 'All Pleinen on this server, newest first.',
      who: 'organiser',
      answers: { 200: { what: 'The list.', schema: schemas.pleinList } },
      refuses: ['storage-failed'],
      async handle() {
        const list = (await stored(store.list())).sort((a, b) => b.createdAt - a.createdAt)
        return {
          status: 200,
          body: {
            pleins: list.map(({ plein, title, stage, locale, createdAt, retainUntil, practice }) => ({
              id: plein,
              title,
              stage,
              locale,
              createdAt: iso(createdAt),
              retainUntil: iso(retainUntil),
              practice,
            })),
          },
        }
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/pleins/{id}',
      name: 'readPlein',
      summary: 'One Plein: its facts, counts, and how people join. No content.',
      who: 'organiser',
      params,
      answers: { 200: { what: 'The Plein.', schema: schemas.pleinDetails } },
      refuses: ['plein-unknown', 'storage-failed'],
      async handle({ params, origin }) {
        return { status: 200, body: await describe(params['id']!, origin) }
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/pleins/{id}',
      name: 'changePlein',
      summary: 'Change the title, or the day on which everything is deleted.',
      who: 'organiser',
      params,
      body: schemas.changedPlein,
      bodyLimit: limits.bodySmall,
      answers: { 200: { what: 'Changed.', schema: schemas.pleinDetails } },
      refuses: [
        ...(['plein-unknown', 'plein-closed', 'plein-sealed', 'practice-ends'] as const),
        ...(['text-empty', 'text-too-long', 'text-forbidden', 'storage-failed'] as const),
      ],
      async handle({ params, body, origin }) {
        const id = await read(params['id']!, ({ id }) => id)
        const result = await rooms.set(id, {
          ...(body.title === undefined ? {} : { title: body.title }),
          ...(body.retainUntil === undefined ? {} : { retainUntil: dayToCome(body.retainUntil, edge.now()) }),
        })
        if (!result.ok && result.refusal.code !== 'nothing-changed') throw refusedBy(result.refusal)
        return { status: 200, body: await describe(id, origin) }
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/pleins/{id}',
      name: 'deletePlein',
      summary: 'Delete everything of this Plein, for good.',
      who: 'organiser',
      params,
      body: schemas.confirmed,
      bodyLimit: limits.bodySmall,
      answers: { 204: { what: 'Gone.' } },
      refuses: ['plein-unknown', 'confirm-missing', 'storage-failed'],
      async handle({ params, body }) {
        if (!body.confirm) throw new Problem('confirm-missing')
        const id = await read(params['id']!, ({ id }) => id)
        const result = await rooms.remove(id)
        if (!result.ok) throw refusedBy(result.refusal)
        noted(id, { what: 'plein.delete' })
        return { status: 204 }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/pleins/{id}/links',
      name: 'rotateLink',
      summary:
        'A new link for a role. The old one and the devices that it let in are worth nothing any more; participants who are in stay in.',
      who: 'organiser',
      params,
      body: schemas.rotated,
      bodyLimit: limits.bodySmall,
      answers: { 201: { what: 'The new link, told only now.', schema: schemas.rotatedLink } },
      refuses: ['plein-unknown', 'plein-closed', 'plein-sealed', 'storage-failed'],
      async handle({ params, body: { role }, origin }) {
        const { id, chosen } = await read(params['id']!, ({ id, settings }) => ({ id, chosen: settings.address }))
        if (role === 'participant') {
          const result = await stored(access.rotateJoin(id))
          if (!result.ok) throw refusedBy(result)
          noted(id, { what: 'link.rotate', detail: role })
          return { status: 201, body: { role, link: joinLink(addressOf(chosen, origin), result.ticket), code: result.code } }
        }
        const made = secret(256)
        const result = await stored(access.rotate(id, role, made, null))
        if (!result.ok) throw refusedBy(result)
        noted(id, { what: 'link.rotate', detail: role })
        return { status: 201, body: { role, link: roleLink(addressOf(null, origin), role, made) } }
      },
    }),
  ]
}
