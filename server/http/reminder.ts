/** The mail of the morning after: the owner's address for it, and its text for whoever sends it by hand. */
import { z } from 'zod'
import { letterOf } from '../blog/letter.ts'
import { morningAfter } from '../blog/morning.ts'
import type { Edge } from './edge.ts'
import { lookAt } from './look.ts'
import { Problem } from './problem.ts'
import { ration } from './ration.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import { stored } from './stored.ts'
import { seatOf } from './who.ts'

const iso = (moment: number): string => new Date(moment).toISOString()

export const reminder = (edge: Edge): Route[] => {
  const { rooms, store, settings, addresses, downloads, audit, secret, now } = edge
  const params = { id: z.string() }
  const factsOf = (id: string) =>
    lookAt(rooms, id, ({ id: plein, title, locale, retainUntil, closedAt, imported }) => {
      const closed = imported?.at ?? closedAt
      return { plein, title, locale, retainUntil, at: closed === null ? null : morningAfter(closed) }
    })
  const kept = async (id: string) => {
    const found = await stored(store.blog(id))
    if (found === null) throw new Problem('plein-unknown')
    return found.reminder
  }
  const waitingOf = async (id: string) => (await stored(store.reminders())).find(({ plein }) => plein === id)
  /** Whether there was one. */
  const forget = async (id: string): Promise<boolean> => {
    const waiting = await waitingOf(id)
    if (waiting && !(await edge.commitBlog(id, { forget: { id: waiting.id, as: null } })).ok) throw new Problem('storage-failed')
    return waiting !== undefined
  }

  return [
    route({
      method: 'get',
      path: '/api/v1/pleins/{id}/reminder',
      name: 'readReminder',
      summary: 'Whether this server mails, how it stands with the mail of the morning after, and its text. For coaches and the owner.',
      who: 'seat',
      params,
      answers: { 200: { what: 'The reminder; never the address.', schema: schemas.reminderTold } },
      refuses: ['not-allowed', 'plein-unknown', 'storage-failed'],
      async handle({ params, bearer, origin }) {
        const { plein: id } = seatOf(bearer, params['id']!, ['coach', 'owner'])
        const { at, ...facts } = await factsOf(id)
        const base = addresses.joinAddress({ chosen: null, openedAt: origin })
        const letter = letterOf(facts, { base, address: edge.theme?.address ?? 'u' })
        const state = await kept(id)
        const refused = state === 'waiting' && ((await waitingOf(id))?.tries ?? 0) > 0
        return { status: 200, body: { mails: settings.smtp !== null, state, refused, at: at === null ? null : iso(at), ...letter } }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/pleins/{id}/reminder',
      name: 'askReminder',
      summary: 'Leave an address for one mail on the morning after. It is erased when that mail was sent. By the owner.',
      who: 'seat',
      params,
      body: schemas.askedReminder,
      bodyLimit: settings.limits.bodySmall,
      answers: { 204: { what: 'Kept.' } },
      refuses: ['not-allowed', 'plein-unknown', 'mail-not-set', 'reminder-too-late', 'too-fast', 'storage-failed'],
      async handle({ params, bearer, body: { address } }) {
        const doer = seatOf(bearer, params['id']!, ['owner'])
        if (settings.smtp === null) throw new Problem('mail-not-set')
        ration(downloads, doer)
        const { at } = await factsOf(doer.plein)
        if (at !== null && now() >= at) throw new Problem('reminder-too-late')
        const waiting = await waitingOf(doer.plein)
        // Nothing changes, so nothing is noted. One that a mail server refused is begun anew.
        if (waiting?.address === address && waiting.tries === 0) return { status: 204 }
        await forget(doer.plein)
        if (!(await edge.commitBlog(doer.plein, { remind: { id: secret(128), address } })).ok) throw new Problem('storage-failed')
        audit.note(doer.plein, doer, { what: 'reminder.ask' })
        return { status: 204 }
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/pleins/{id}/reminder',
      name: 'dropReminder',
      summary: 'No mail after all: the address goes. By the owner.',
      who: 'seat',
      params,
      answers: { 204: { what: 'No address is kept.' } },
      refuses: ['not-allowed', 'plein-unknown', 'too-fast', 'storage-failed'],
      async handle({ params, bearer }) {
        const doer = seatOf(bearer, params['id']!, ['owner'])
        ration(downloads, doer)
        // Noted is what changed: asked for without end, it would push what others did out of what the organiser reads.
        if (await forget(doer.plein)) audit.note(doer.plein, doer, { what: 'reminder.drop' })
        return { status: 204 }
      },
    }),
  ]
}
