/** Getting in and out: the code or ticket of the room, the links of roles, a device without a link, leaving. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Access } from '../access/contract.ts'
import { typedCode } from '../access/secrets.ts'
import type { Edge } from './edge.ts'
import { createGate } from './gate.ts'
import { networkOf } from './network.ts'
import { Problem, refusedBy } from './problem.ts'
import { type Call, type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import { stored } from './stored.ts'

/** No failure is answered sooner, whatever was found on the way: how long a look took would tell what is behind it. */
const notBefore = 50

type Joined = Awaited<ReturnType<Access['join']>>

export const joining = (edge: Edge): Route[] => {
  const { access, throttle, neighbours, metrics, settings } = edge
  const gate = createGate(settings.limits.joinsAtOnce)
  // A gate of its own: whoever makes seats by the thousand must not keep a coach outside (R3).
  const ofRoles = createGate(settings.limits.joinsAtOnce)
  const small = settings.limits.bodySmall

  const here = async (home: string | null, code: string): Promise<boolean> => {
    for (const plein of neighbours.of(home)) if ((await access.joinInfo(plein))?.code === code) return true
    return false
  }
  const byCode = async (typed: string, held: string[] | undefined, { address, home }: Pick<Call, 'address' | 'home'>): Promise<Joined> => {
    const code = typedCode(typed)
    const join = (): Promise<Joined> => gate(() => access.join({ code: typed }, held))
    // What can be no code tells nothing, and the code of a Plein that is in this room is no secret here: neither has to wait.
    if (code === null || (await here(home, code))) return join()
    const result = await throttle.turn(address, join, (joined) => !joined.ok && joined.code === 'code-unknown')
    if (result === 'busy') throw new Problem('busy')
    return result
  }

  const entered = (result: Extract<Joined, { ok: true }>, home: string | null) => {
    if ('waiting' in result) return { status: 202, body: { waiting: result.waiting } }
    const { plein, token, again } = result
    if (!again) metrics.joined('participant')
    neighbours.seen(home, plein)
    return { status: again ? 200 : 201, body: { plein, token } }
  }

  return [
    route({
      method: 'post',
      path: '/api/v1/join',
      name: 'join',
      summary:
        'Join as a participant, with the typed code or with the ticket of the QR. After many wrong codes a typed one waits its turn.',
      who: 'everybody',
      body: schemas.join,
      bodyLimit: small,
      answers: {
        200: { what: 'In already: the token of `held` that is of this Plein.', schema: schemas.joined },
        201: { what: 'In.', schema: schemas.joined },
        202: { what: 'The door asks: a coach must let this device in. Ask again with this secret.', schema: schemas.asked },
      },
      refuses: ['code-unknown', 'door-locked', 'plein-closed', 'busy', 'storage-failed'],
      async handle({ body, address, home }) {
        const early = wait(notBefore)
        const result =
          'code' in body ? await byCode(body.code, body.held, { address, home }) : await gate(() => access.join(body, body.held))
        if (result.ok) return entered(result, home)
        if ('code' in body && result.code === 'code-unknown') metrics.joinFailed()
        await early
        throw refusedBy(result)
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/join/waiting',
      name: 'awaitJoin',
      summary: 'Of a device before a door that asks: has a coach let it in? Every two seconds is often enough.',
      who: 'everybody',
      body: schemas.awaiting,
      bodyLimit: small,
      answers: {
        200: { what: 'In already, by another way: the token of `held` that is of this Plein.', schema: schemas.joined },
        201: { what: 'In.', schema: schemas.joined },
        202: { what: 'Not yet.', schema: schemas.asked },
      },
      refuses: ['code-unknown', 'door-locked', 'not-let-in', 'plein-closed', 'busy', 'storage-failed'],
      async handle({ body, home }) {
        const early = wait(notBefore)
        const result = await gate(() => access.awaited(body.secret, body.held))
        if (result.ok) return entered(result, home)
        await early
        throw refusedBy(result)
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/claim',
      name: 'claim',
      summary: 'Exchange the secret of a role link for a token. Works on several devices until the link is rotated.',
      who: 'everybody',
      body: schemas.claiming,
      bodyLimit: small,
      answers: { 201: { what: 'In, with this role.', schema: schemas.claimed } },
      refuses: ['link-unknown', 'plein-closed', 'busy', 'storage-failed'],
      async handle({ body, home }) {
        const early = wait(notBefore)
        const result = await ofRoles(() => access.claim(body.secret, body.held))
        if (!result.ok) {
          await early
          throw refusedBy(result)
        }
        metrics.joined(result.role)
        neighbours.seen(home, result.plein)
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
        await stored(access.revoke(bearer!.plein, bearer!.seat))
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
      handle: ({ address }) =>
        gate(async () => {
          const knock = access.knock(networkOf(address))
          if (!knock.ok) throw refusedBy(knock)
          return { status: 201, body: { code: knock.code, secret: knock.secret } }
        }),
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
      async handle({ body, home }) {
        const early = wait(notBefore)
        const result = access.knocked(body.secret)
        if (result === 'waiting') return { status: 202, body: { waiting: true } }
        if (!result.ok) {
          await early
          throw refusedBy(result)
        }
        metrics.joined(result.role)
        neighbours.seen(home, result.plein)
        return { status: 201, body: { plein: result.plein, role: result.role, token: result.token } }
      },
    }),
  ]
}
