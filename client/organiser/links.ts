import type { LinkRole, Made } from './api.ts'

/** The four links in the order in which they are handed out. */
export const linksOf = ({ links }: Made): [LinkRole, string][] => [
  ['coach', links.coach],
  ['screen', links.screen],
  ['owner', links.owner],
  ['participant', links.join],
]
