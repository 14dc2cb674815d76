/** Getting in and out: the code or ticket of the room, the links of roles, a device without a link, leaving. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Edge } from './edge.ts'
import { createGate } from './gate.ts'
import { Problem, refusedBy } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

export const joining = (edge: Edge): Route[] => {
  const { access, throttle, metrics, settings, log } = edge
  const gate = createGate(settings.limits.joinsAtOnce)
  const small = settings.limits.bodySmall

  return [
    route({
      method: 'post',
      path: '/api/v1/join',
      name: 'join',
      summary:
        'Join as a participant, with the typed code or with the ticket of the QR. Only failures of codes are throttled: their answers come later.',
      who: 'everybody',
      body: schemas.join,
      bodyLimit: small,
      answers: { 201: { what: 'In.', schema: schemas.joined } },
      refuses: ['code-unknown', 'door-locked', 'plein-closed', 'busy', 'storage-failed'],
      async handle({ body, address }) {
        const result = await gate(() => access.join(body))
        if (result.ok) {
          metrics.joined('participant')
          return { status: 201, body: { plein: result.plein, token: result.token } }
        }
        // Only a wrong code counts: a whole room may stand before a locked door.
        if ('code' in body && result.code === 'code-unknown') {
          metrics.joinFailed()
          const delay = await throttle.failed(address)
          if (delay > 0) {
            log.debug({ delay }, 'a wrong code waits')
            await wait(delay)
          }
        }
        throw refusedBy(result)
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/claim',
      name: 'claim',
      summary: 'Exchange the secret of a role link for a token. Works on several devices until the link is rotated.',
      who: 'everybody',
      body: schemas.claim,
      bodyLimit: small,
      answers: { 201: { what: 'In, with this role.', schema: schemas.claimed } },
      refuses: ['link-unknown', 'plein-closed', 'busy', 'storage-failed'],
      async handle({ body }) {
        const result = await gate(() => access.claim(body.secret))
        if (!result.ok) throw refusedBy(result)
        metrics.joined(result.role)
        return { status: 201, body: { plein: result.plein, role: result.role, token: result.token } }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/leave',
      name: 'leave',
      summary: 'End the token that this is asked with.',
      who: 'seat',
      body: schemas.nothing,
      bodyLimit: small,
      answers: { 204: { what: 'The token is worth nothing any more.' } },
      refuses: ['storage-failed'],
      async handle({ bearer }) {
        await access.revoke(bearer!.plein, bearer!.seat).catch(() => {
          throw new Problem('storage-failed')
        })
        return { status: 204 }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/knocks',
      name: 'knock',
      summary: 'A device without a link asks to be let in: show the code to a coach and keep the secret. Valid for ten minutes, once.',
      who: 'everybody',
      body: schemas.nothing,
      bodyLimit: small,
      answers: { 201: { what: 'The code to show, the secret to poll with.', schema: schemas.knock } },
      refuses: ['busy'],
      handle: () => gate(async () => ({ status: 201, body: access.knock() })),
    }),
    route({
      method: 'post',
      path: '/api/v1/knocks/claim',
      name: 'claimKnock',
      summary: 'Ask whether a coach has let this device in.',
      who: 'everybody',
      body: schemas.claim,
      bodyLimit: small,
      answers: { 201: { what: 'In, with this role.', schema: schemas.claimed }, 202: { what: 'Not yet.', schema: schemas.waiting } },
      refuses: ['screen-code-unknown', 'busy', 'storage-failed'],
      async handle({ body }) {
        const result = access.knocked(body.secret)
        if (result === 'waiting') return { status: 202, body: { waiting: true } }
        if (!result.ok) throw refusedBy(result)
        metrics.joined(result.role)
        return { status: 201, body: { plein: result.plein, role: result.role, token: result.token } }
      },
    }),
  ]
}
