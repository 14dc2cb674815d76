import type { JoinInfo } from '../../shared/wire/messages.ts'

/** As people read and type it. */
export const bare = (address: string): string => address.replace(/^https?:\/\//, '')
/** What the picture leads to. */
export const joinAddress = (join: JoinInfo): string => `${join.address}/#${join.ticket}`
/** In two groups, as people read it aloud. */
export const grouped = (code: string): string => (/[\s-]/.test(code) ? code.replace(/[\s-]+/, ' ') : `${code.slice(0, 3)} ${code.slice(3)}`)
