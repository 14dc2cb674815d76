/** The people of the tests. Each has one seat; the organiser and the server have none. */
import type { Actor } from '../../shared/domain/decision.ts'
import type { Role } from '../../shared/domain/state.ts'

export type Person = Actor & { name: string }

const person = (name: string, role: Role): Person => ({ name, role, seat: `seat-${name.toLowerCase()}`, posted: 0 })

export const joost = person('Joost', 'coach')
export const anneke = person('Anneke', 'coach')
export const wim = person('Wim', 'owner')
export const fatma = person('Fatma', 'participant')
export const ria = person('Ria', 'participant')
export const samir = person('Samir', 'participant')
export const hanna = person('Hanna', 'participant')
export const teun = person('Teun', 'participant')
export const mo = person('Mo', 'participant')
export const beamer = person('Beamer', 'screen')
export const olga: Person = { name: 'Olga', role: 'organiser', seat: null, posted: 0 }
export const clock: Person = { name: 'the server', role: 'server', seat: null, posted: 0 }

/** Everybody who holds a seat. */
export const seated = [joost, anneke, wim, fatma, ria, samir, hanna, teun, mo, beamer]
