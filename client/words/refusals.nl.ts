import { type RefusalsDesk, type RefusalsRoom, refusalsDeskNl } from './refusalsDesk.nl.ts'
import { refusalsRoomNl } from './refusalsRoom.nl.ts'

export type RefusalWords = RefusalsDesk & RefusalsRoom

/** Every refusal, for the server. */
export const refusalsNl: RefusalWords = { ...refusalsRoomNl, ...refusalsDeskNl }
