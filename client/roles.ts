/** All roles but the participant's, by the first part of their address. */
export const desks = ['coach', 'scherm', 'eigenaar', 'organisator'] as const
export type Desk = (typeof desks)[number]
export const deskAt = (path: string): Desk | null => {
  const first = path.split('/')[1] ?? ''
  return desks.find((desk) => desk === first) ?? null
}
