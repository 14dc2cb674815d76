/** The same on the real server: Socket.io, documents over their own lines, HTTP. */
import { randomBytes } from 'node:crypto'
import type { NewPlein } from '../../shared/domain/life/create.ts'
import { claimWith, joinWith } from '../players/http.ts'
import { connectGuest, type Guest } from './guest.ts'
import type { House } from './house.ts'
import type { Hear, Scene, Somebody } from './scene.ts'

const patience = 60_000
const formats = ['json', 'csv', 'md', 'html']

export const openOnWire = async (house: House, wish: NewPlein, hear: Hear): Promise<Scene> => {
  const made = await house.make(wish)
  const guests: Guest[] = []
  const guides: string[] = []
  const secrets: ReturnType<Scene['secrets']> = Object.entries(made.links)
    .filter(([role]) => role !== 'join')
    .map(([role, link]) => ({ what: `the link of ${role}`, text: new URL(link).hash.slice(1), may: [] }))
  secrets.push({ what: 'the ticket', text: new URL(made.links.join).hash.slice(1), may: guides })
  secrets.push({ what: 'the code', text: made.code, may: guides })
  const until: Scene['until'] = async (what, look) => {
    for (const since = performance.now(); !look(); await new Promise((resolve) => setTimeout(resolve, 10)))
      if (performance.now() - since > patience) throw new Error(`Waited in vain until ${what}.`)
  }
  const fetched = async (name: string, url: string, token: string): Promise<void> => {
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } })
    hear(name, Buffer.from(JSON.stringify([...answer.headers])))
    hear(name, Buffer.from(await answer.arrayBuffer()))
  }
  const asked = (owner: Pick<Somebody, 'name'>, method: string, body: object, of = 'blog'): Promise<Response> => {
    const { token } = guests.find(({ name }) => name === owner.name)!
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    return fetch(`${house.origin}/api/v1/pleins/${made.id}/${of}`, { method, headers, body: JSON.stringify(body) })
  }
  /** For the one mail of the morning after. */
  const leaveAddress = async (owner: Pick<Somebody, 'name'>): Promise<void> => {
    const mailbox = `wim.${randomBytes(12).toString('hex')}`
    const answer = await asked(owner, 'POST', { address: `${mailbox}@haven.example` }, 'reminder')
    if (!answer.ok) throw new Error(`No address was taken: ${await answer.text()}`)
    secrets.push({ what: 'the address for the mail', text: mailbox, may: [] })
  }
  return {
    come: async (name, role) => {
      if (role === 'coach' || role === 'screen') guides.push(name)
      const { token, plein } =
        role === 'participant' ? await joinWith(house.origin, made.links.join) : await claimWith(house.origin, made.links[role])
      secrets.push({ what: `the token of ${name}`, text: token, may: [] })
      const guest = await connectGuest(house.origin, { name, role, token, plein }, hear, role === 'coach' ? ['board', 'desk'] : ['board'])
      guests.push(guest)
      if (role === 'owner') await leaveAddress(guest)
      return guest
    },
    until,
    seal: () => until('it is closed for good', () => guests[0]!.map('board', 'plein').get('sealed') === true),
    outcomes: async ({ name }) => {
      const { token } = guests.find((guest) => guest.name === name)!
      const base = `${house.origin}/api/v1/pleins/${made.id}`
      for (const format of formats) await fetched(name, `${base}/outcome.${format}`, token)
      await fetched(name, `${base}/outcome.pdf`, token)
      for (const page of ['blog', 'blog.html', 'blog.md', 'reminder']) await fetched(name, `${base}/${page}`, token)
      await fetched(name, `${base}/?token=${token}`, token)
      await fetched('a stranger', `${base}/outcome.json`, '')
      await fetched('a stranger', `${house.origin}/metrics`, '')
    },
    shareBlog: async (owner, shared) => {
      const answer = await asked(owner, 'PATCH', { shared })
      if (!answer.ok) throw new Error(`The blog was not shared: ${await answer.text()}`)
    },
    publishBlog: async (owner, words) => {
      const answer = await asked(owner, 'POST', { words })
      hear(owner.name, Buffer.from(await answer.clone().arrayBuffer()))
      if (answer.status === 201) await fetched('a stranger', ((await answer.json()) as { address: string }).address, '')
    },
    again: async (who) => {
      const headers = { Authorization: `Bearer ${house.key}`, 'Content-Type': 'application/json' }
      const outcome = await (await fetch(`${house.origin}/api/v1/pleins/${made.id}/outcome.json`, { headers })).json()
      const answer = await fetch(`${house.origin}/api/v1/imports`, { method: 'POST', headers, body: JSON.stringify({ outcome }) })
      if (answer.status !== 201) throw new Error(`An outcome was not taken in: ${await answer.text()}`)
      const again = (await answer.json()) as { id: string; links: { coach: string } }
      const { token, plein } = await claimWith(house.origin, again.links.coach)
      const guest = await connectGuest(house.origin, { name: who, role: 'coach', token, plein }, hear, ['board', 'desk'])
      guests.push(guest)
      await until('its board is there', () => guest.map('board', 'plein').get('imported') !== undefined)
      for (const format of formats) await fetched(who, `${house.origin}/api/v1/pleins/${again.id}/outcome.${format}`, token)
    },
    secrets: () => secrets,
    end: async () => {
      for (const guest of guests) guest.leave()
    },
  }
}
