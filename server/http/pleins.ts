/** The organiser's side: make, list, change and delete Pleinen, and make new links. */
import { z } from 'zod'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Refused } from '../access/contract.ts'
import type { Edge } from './edge.ts'
import { coachLink, joinLink, ownerLink, roleLink, screenLink } from './links.ts'
import { Problem } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import type { ProblemCode } from './sentences.ts'

const DAY = 86_400_000
const iso = (moment: number): string => new Date(moment).toISOString()
const dayStart = (text: string): number => Math.floor(Date.parse(text) / DAY) * DAY

const known = new Set<string>(['plein-unknown', 'plein-closed', 'storage-failed', 'busy'] satisfies ProblemCode[])
/** A refusal of the rules, under its own name. */
const refused = (refusal: Refusal | Refused): Problem => {
  const { code, ...facts } = refusal as Refusal
  return known.has(code) ? new Problem(code as ProblemCode) : new Problem('refused', { refusal: { code, ...facts } })
}

const details = (plein: Plein, join: { code: string; ticket: string } | null, base: string) => ({
  id: plein.id,
  title: plein.title,
  stage: plein.stage,
  locale: plein.locale,
  createdAt: iso(plein.createdAt),
  retainUntil: iso(plein.retainUntil),
  closedAt: plein.closedAt === null ? null : iso(plein.closedAt),
  doorLocked: plein.doorLocked,
  outcomeShared: plein.outcomeShared,
  code: join?.code ?? null,
  links: { join: join && joinLink(base, join.ticket) },
  counts: { seats: plein.seats.size, ideas: plein.ideas.size, rounds: plein.rounds.size, framings: plein.framings.size },
})

export const pleins = (edge: Edge): Route[] => {
  const { access, rooms, store, addresses, settings, secret } = edge
  const { limits } = settings
  const params = { id: z.string() }
  const base = (origin: string | null) => addresses.joinAddress({ chosen: null, coachHost: origin })

  const futureDay = (text: string): number => {
    const day = dayStart(text)
    if (day <= edge.now())
      throw new Problem('bad-request', { errors: [{ pointer: '/retainUntil', detail: 'Must be a day that is still to come.' }] })
    return day
  }
  const room = async (): Promise<void> => {
    const all = await store.list()
    const open = all.filter(({ stage }) => stage === 'prepared' || stage === 'open').length
    if (open >= limits.pleinsOpen) throw new Problem('too-many-pleins', { limit: 'pleinsOpen', maximum: limits.pleinsOpen })
    const today = all.filter(({ createdAt }) => createdAt > edge.now() - DAY).length
    if (today >= limits.pleinsPerDay) throw new Problem('too-many-pleins', { limit: 'pleinsPerDay', maximum: limits.pleinsPerDay })
  }
  const read = async (id: string): Promise<Plein> => {
    const plein = await rooms.read(id)
    if (!plein) throw new Problem('plein-unknown')
    return plein
  }

  return [
    route({
      method: 'get',
      path: '/api/v1/pleins',
      name: 'listPleins',
      summary: 'All Pleinen on this server, newest first.',
      who: 'organiser',
      answers: { 200: { what: 'The list.', schema: schemas.pleinList } },
      refuses: [],
      async handle() {
        const list = (await store.list()).sort((a, b) => b.createdAt - a.createdAt)
        return {
          status: 200,
          body: {
            pleins: list.map(({ plein, title, stage, locale, createdAt, retainUntil }) => ({
              id: plein,
              title,
              stage,
              locale,
              createdAt: iso(createdAt),
              retainUntil: iso(retainUntil),
            })),
          },
        }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/pleins',
      name: 'makePlein',
      summary: 'Make a Plein. The links hold their secret in the fragment and are told only now.',
      who: 'organiser',
      body: schemas.newPlein,
      bodyLimit: limits.bodyPlein,
      answers: { 201: { what: 'Made.', schema: schemas.madePlein } },
      refuses: ['template-unknown', 'too-many-pleins', 'refused', 'storage-failed'],
      async handle({ body, origin }) {
        await room()
        const { retainUntil, ...wish } = body
        const made = await rooms.create({
          ...wish,
          ...(retainUntil === undefined ? {} : { retainUntil: futureDay(retainUntil) }),
        } as Parameters<typeof rooms.create>[0])
        if (!made.ok) throw refused(made.refusal)
        const at = base(origin)
        return {
          status: 201,
          body: {
            id: made.plein,
            code: made.code,
            links: {
              join: joinLink(at, made.ticket),
              screen: screenLink(at, made.secrets.screen),
              coach: coachLink(at, made.secrets.coach),
              owner: ownerLink(at, made.secrets.owner),
            },
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
      refuses: ['plein-unknown'],
      async handle({ params, origin }) {
        const plein = await read(params['id']!)
        const join = await access.joinInfo(plein.id)
        return { status: 200, body: details(plein, join, addresses.joinAddress({ chosen: plein.settings.address, coachHost: origin })) }
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
      refuses: ['plein-unknown', 'refused', 'storage-failed'],
      async handle({ params, body, origin }) {
        const { id } = await read(params['id']!)
        const result = await rooms.set(id, {
          ...(body.title === undefined ? {} : { title: body.title }),
          ...(body.retainUntil === undefined ? {} : { retainUntil: futureDay(body.retainUntil) }),
        })
        if (!result.ok && result.refusal.code !== 'nothing-changed') throw refused(result.refusal)
        return { status: 200, body: details(await read(id), await access.joinInfo(id), base(origin)) }
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
      refuses: ['plein-unknown', 'not-confirmed', 'storage-failed'],
      async handle({ params, body }) {
        if (!body.confirm) throw new Problem('not-confirmed')
        const { id } = await read(params['id']!)
        const result = await rooms.remove(id)
        if (!result.ok) throw refused(result.refusal)
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
      refuses: ['plein-unknown', 'plein-closed', 'storage-failed'],
      async handle({ params, body: { role }, origin }) {
        const plein = await read(params['id']!)
        const at = base(origin)
        if (role === 'participant') {
          const result = await access.rotateJoin(plein.id)
          if (!result.ok) throw refused(result)
          return { status: 201, body: { role, link: joinLink(at, result.ticket), code: result.code } }
        }
        const made = secret(256)
        const result = await access.rotate(plein.id, role, made, null)
        if (!result.ok) throw refused(result)
        return { status: 201, body: { role, link: roleLink(at, role, made) } }
      },
    }),
  ]
}
