/** New Pleinen: made, to practise with, or taken in from an outcome. */
import type { NewPlein } from '../../shared/domain/life/create.ts'
import type { Wish } from '../access/contract.ts'
import { turns } from '../access/turns.ts'
import { scripts } from '../practice/texts/script.ts'
import { dayToCome } from './dayToCome.ts'
import type { Edge } from './edge.ts'
import { joinLink, roleLink } from './links.ts'
import { Problem, refusedBy } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import { stored } from './stored.ts'

const DAY = 86_400_000

/** `join`: `null` of one that nobody joins. */
type Made = { plein: string; join: { code: string; ticket: string } | null; secrets: { screen: string; coach: string; owner: string } }

/** What is asked for under an id of its own; which of the three it is belongs to it. */
const wishOf = (kind: 'plein' | 'practice' | 'import', wish: string | undefined, body: object): Wish | null =>
  wish === undefined ? null : { id: wish, body: JSON.stringify([kind, body]) }

export const making = (edge: Edge): Route[] => {
  const { access, rooms, store, addresses, settings, audit } = edge
  const { limits } = settings
  /** One after another: asked for at once, they are counted one by one, and a wish that is repeated makes one Plein. */
  const inTurn = turns()

  /** Who makes and deletes with a leaked key has made them all the same. */
  const madeAt = new Map<string, number>()
  const room = async (): Promise<void> => {
    const all = await stored(store.list())
    const since = edge.now() - DAY
    for (const [id, moment] of madeAt) if (moment <= since) madeAt.delete(id)
    const open = all.filter(({ stage }) => stage === 'prepared' || stage === 'open').length
    if (open >= limits.pleinsOpen) throw new Problem('too-many-pleins', { limit: 'pleinsOpen', maximum: limits.pleinsOpen })
    const today = new Set([...all.filter(({ createdAt }) => createdAt > since).map(({ plein }) => plein), ...madeAt.keys()]).size
    if (today >= limits.pleinsPerDay) throw new Problem('too-many-pleins', { limit: 'pleinsPerDay', maximum: limits.pleinsPerDay })
  }
  const once = (wish: Wish | null, what: 'plein.make' | 'plein.import', make: () => Promise<Made>): Promise<Made> =>
    inTurn('making', async () => {
      const before = wish === null ? null : await stored(access.wished(wish))
      if (before === 'other') throw new Problem('wish-granted')
      if (before) return before
      await room()
      const made = await make()
      madeAt.set(made.plein, edge.now())
      audit.note(made.plein, { role: 'organiser', seat: null }, { what })
      return made
    })
  const create = (given: NewPlein, wish: Wish | null): Promise<Made> =>
    once(wish, 'plein.make', async () => {
      const made = await rooms.create(given, wish)
      if (!made.ok) throw refusedBy(made.refusal)
      return { ...made, join: made }
    })
  const linksOf = ({ join, secrets }: Made, chosen: string | null, openedAt: string | null) => {
    const at = addresses.joinAddress({ chosen: null, openedAt })
    return {
      // Phones are sent where the Plein says.
      ...(join && { join: joinLink(addresses.joinAddress({ chosen, openedAt }), join.ticket) }),
      screen: roleLink(at, 'screen', secrets.screen),
      coach: roleLink(at, 'coach', secrets.coach),
      owner: roleLink(at, 'owner', secrets.owner),
    }
  }

  return [
    route({
      method: 'post',
      path: '/api/v1/pleins',
      name: 'makePlein',
      summary: 'Make a Plein. The links hold their secret in the fragment and are told only now.',
      who: 'organiser',
      body: schemas.newPlein,
      bodyLimit: limits.bodyPlein,
      answers: { 201: { what: 'Made.', schema: schemas.madePlein } },
      refuses: ['wish-granted', 'text-empty', 'text-too-long', 'text-forbidden', 'too-many-phases', 'too-many-pleins', 'storage-failed'],
      async handle({ body: { wish, ...body }, origin }) {
        const { retainUntil, ...rest } = body
        // Under exact optional types an absent field and `undefined` differ; JSON knows no `undefined`.
        const given = { ...rest, ...(retainUntil === undefined ? {} : { retainUntil: dayToCome(retainUntil, edge.now()) }) } as NewPlein
        const made = await create(given, wishOf('plein', wish, body))
        const links = linksOf(made, given.settings?.address ?? null, origin)
        return { status: 201, body: { id: made.plein, code: made.join?.code, links } }
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
      refuses: ['wish-granted', 'too-many-pleins', 'storage-failed'],
      async handle({ body: { wish, locale }, origin }) {
        const { title, dilemma, perspectives, programme } = scripts[locale]
        const given: NewPlein = { title, dilemma, locale, programme, settings: { perspectives, ownerAdopts: true }, practice: true }
        const made = await create(given, wishOf('practice', wish, { locale }))
        return { status: 201, body: { id: made.plein, code: made.join?.code, links: linksOf(made, null, origin), title, dilemma } }
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
        'wish-granted',
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
      async handle({ body: { wish, ...body }, origin }) {
        const { outcome, retainUntil } = body
        if (outcome.format !== 'pleinbord-outcome/3') throw new Problem('outcome-format-old')
        const asked = wishOf('import', wish, body)
        const given = { outcome, ...(retainUntil === undefined ? {} : { retainUntil: dayToCome(retainUntil, edge.now()) }) }
        const made = await once(asked, 'plein.import', async () => {
          const taken = edge.importOutcome(given)
          if (!taken.ok) {
            const { code, ...facts } = taken.refusal
            throw new Problem(code, facts)
          }
          const made = await rooms.takeIn(taken.event, asked)
          if (!made.ok) throw refusedBy(made.refusal)
          return { ...made, join: null }
        })
        return { status: 201, body: { id: made.plein, links: linksOf(made, null, origin) } }
      },
    }),
  ]
}
