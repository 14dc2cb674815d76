import { usePlein } from '../session/useDocument.ts'

/** One idea or one group that a coach has put before the room: what it is, by a name that tells two of them apart. */
export const useInvitation = (): { what: 'idea' | 'cluster'; name: string } | null => {
  const show = usePlein()?.show
  if (show?.on === 'idea') return { what: 'idea', name: show.idea }
  if (show?.on === 'cluster') return { what: 'cluster', name: show.cluster }
  return null
}
