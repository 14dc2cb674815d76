/** The organiser's side: make, list, change and delete Pleinen, and make new links. */
import { z } from 'zod'
import { countable } from '../../shared/domain/ideas/listing.ts'
import type { NewPlein } from '../../shared/domain/life/create.ts'
import type { Plein } from '../../shared/domain/state.ts'
import type { Deed } from '../audit/audit.ts'
import { scripts } from '../practice/texts/script.ts'
import type { Edge } from './edge.ts'
import { coachLink, joinLink, ownerLink, roleLink, screenLink } from './links.ts'
import { lookAt } from './look.ts'
import { Problem, refusedBy } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

const DAY = 86_400_000
const iso = (moment: number): string => new Date(moment).toISOString()
const dayStart = (text: string): number => Math.floor(Date.parse(text) / DAY) * DAY

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
  const base = (origin: string | null) => addresses.joinAddress({ chosen: null, openedAt: origin })

  const noted = (id: string, deed: Deed): void => audit.note(id, { role: 'organiser', seat: null }, deed)
  const futureDay = (text: string): number => {
    const day = dayStart(text)
    if (day <= edge.now())
      throw new Problem('bad-request', { errors: [{ pointer: '/retainUntil', detail: 'Must be a day that is still to come.' }] })
    return day
  }
  /** Who makes and deletes with a leaked key has made them all the same. */
  const madeAt = new Map<string, number>()
  const room = async (): Promise<void> => {
    const all = await store.list()
    const since = edge.now() - DAY
    for (const [id, moment] of madeAt) if (moment <= since) madeAt.delete(id)
    const open = all.filter(({ stage }) => stage === 'prepared' || stage === 'open').length
    if (open >= limits.pleinsOpen) throw new Problem('too-many-pleins', { limit: 'pleinsOpen', maximum: limits.pleinsOpen })
    const today = new Set([...all.filter(({ createdAt }) => createdAt > since).map(({ plein }) => plein), ...madeAt.keys()]).size
    if (today >= limits.pleinsPerDay) throw new Problem('too-many-pleins', { limit: 'pleinsPerDay', maximum: limits.pleinsPerDay })
  }
  const make = async (given: NewPlein, origin: string | null) => {
    await room()
    const made = await rooms.create(given)
    if (!made.ok) throw refusedBy(made.refusal)
    madeAt.set(made.plein, edge.now())
    noted(made.plein, { what: 'plein.make' })
    const at = base(origin)
    return {
      id: made.plein,
      code: made.code,
      links: {
        join: joinLink(at, made.ticket),
        screen: screenLink(at, made.secrets.screen),
        coach: coachLink(at, made.secrets.coach),
        owner: ownerLink(at, made.secrets.owner),
      },
    }
  }
  const read = <T>(id: string, look: (plein: Plein) => T): Promise<T> => lookAt(rooms, id, look)
  const describe = async (id: string, origin: string | null) => {
    await read(id, () => null)
    const join = await access.joinInfo(id)
    return read(id, (plein) => details(plein, join, addresses.joinAddress({ chosen: plein.settings.address, openedAt: origin })))
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
      method: 'post',
      path: '/api/v1/pleins',
      name: 'makePlein',
      summary: 'Make a Plein. The links hold their secret in the fragment and are told only now.',
      who: 'organiser',
      body: schemas.newPlein,
      bodyLimit: limits.bodyPlein,
      answers: { 201: { what: 'Made.', schema: schemas.madePlein } },
      refuses: ['text-empty', 'text-too-long', 'text-forbidden', 'too-many-phases', 'too-many-pleins', 'storage-failed'],
      async handle({ body, origin }) {
        const { retainUntil, ...wish } = body
        // Under exact optional types an absent field and `undefined` differ; JSON knows no `undefined`.
        const given = { ...wish, ...(retainUntil === undefined ? {} : { retainUntil: futureDay(retainUntil) }) } as NewPlein
        return { status: 201, body: await make(given, origin) }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/practice',
      name: 'makePractice',
      summary:
        'Make an Oefen-Plein: a Plein to practise with, with a matter of its own and played people who come in when a coach does. Gone after 24 hours.',
      who: 'organiser',
      body: schemas.newPractice,
      bodyLimit: limits.bodySmall,
      answers: { 201: { what: 'Made. The links are told only now.', schema: schemas.madePractice } },
      refuses: ['too-many-pleins', 'storage-failed'],
      async handle({ body: { locale }, origin }) {
        const { title, dilemma, perspectives, programme } = scripts[locale]
        const settings = { perspectives, ownerAdopts: true }
        const made = await make({ title, dilemma, locale, programme, settings, practice: true }, origin)
        return { status: 201, body: { ...made, title, dilemma } }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/imports',
      name: 'importOutcome',
      summary:
        'Take in the outcome of a Plein that is over: a closed Plein with the same board, and a new id. Nobody joins it, so it has no code.',
      who: 'organiser',
      body: schemas.imported,
      bodyLimit: limits.bodyImport,
      answers: { 201: { what: 'Taken in. The links are told only now.', schema: schemas.madeImport } },
      refuses: [
        'outcome-format-old',
        'outcome-too-large',
        'outcome-inconsistent',
        'retention-over',
        'text-empty',
        'text-too-long',
        'text-forbidden',
        'plein-full',
        'too-many-phases',
        'too-many-pleins',
        'storage-failed',
      ],
      async handle({ body: { outcome, retainUntil }, origin }) {
        if (outcome.format !== 'pleinbord-outcome/3') throw new Problem('outcome-format-old')
        await room()
        const wish = { outcome, ...(retainUntil === undefined ? {} : { retainUntil: futureDay(retainUntil) }) }
        const taken = edge.importOutcome(wish)
        if (!taken.ok) {
          const { code, ...facts } = taken.refusal
          throw new Problem(code, facts)
        }
        const made = await rooms.takeIn(taken.event)
        if (!made.ok) throw refusedBy(made.refusal)
        madeAt.set(made.plein, edge.now())
        noted(made.plein, { what: 'plein.import' })
        const at = base(origin)
        const { coach, owner, screen } = made.secrets
        return {
          status: 201,
          body: { id: made.plein, links: { screen: screenLink(at, screen), coach: coachLink(at, coach), owner: ownerLink(at, owner) } },
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
          ...(body.retainUntil === undefined ? {} : { retainUntil: futureDay(body.retainUntil) }),
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
        const id = await read(params['id']!, ({ id }) => id)
        const at = base(origin)
        if (role === 'participant') {
          const result = await access.rotateJoin(id)
          if (!result.ok) throw refusedBy(result)
          noted(id, { what: 'link.rotate', detail: role })
          return { status: 201, body: { role, link: joinLink(at, result.ticket), code: result.code } }
        }
        const made = secret(256)
        const result = await access.rotate(id, role, made, null)
        if (!result.ok) throw refusedBy(result)
        noted(id, { what: 'link.rotate', detail: role })
        return { status: 201, body: { role, link: roleLink(at, role, made) } }
      },
    }),
  ]
}
