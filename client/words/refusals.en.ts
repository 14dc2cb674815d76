import type { RefusalWords } from './refusals.nl.ts'
import { refusalsDeskEn } from './refusalsDesk.en.ts'
import { refusalsRoomEn } from './refusalsRoom.en.ts'

/** Every refusal, for the server. */
export const refusalsEn: RefusalWords = { ...refusalsRoomEn, ...refusalsDeskEn }
