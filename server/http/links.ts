/** Links as people get them. The secret stands in the fragment, which no browser sends to a server. */
import type { LinkRole } from '../access/contract.ts'

export const joinLink = (base: string, ticket: string): string => `${base}/#${ticket}`
export const coachLink = (base: string, secret: string): string => `${base}/coach#${secret}`
export const ownerLink = (base: string, secret: string): string => `${base}/eigenaar#${secret}`
export const screenLink = (base: string, secret: string): string => `${base}/scherm#${secret}`
export const organiserLink = (base: string, key: string): string => `${base}/organisator#${encodeURIComponent(key)}`

export const roleLink = (base: string, role: LinkRole, secret: string): string =>
  ({ coach: coachLink, owner: ownerLink, screen: screenLink })[role](base, secret)
