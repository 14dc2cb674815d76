/** What a restore cost, in plain words. */
import type { Restored } from '../../server/backup/restore.ts'

const acts = (number: number): string => (number === 1 ? '1 act' : `${number} acts`)

const lostOf = ({ back, was }: Pick<Restored, 'back' | 'was'>): string[] => {
  if (was === null) return ['The database that was there could not be read, so what is lost cannot be counted.']
  const before = new Map(back.map((held) => [held.plein, held.version]))
  const lost = was.flatMap(({ plein, title, version }) => {
    const known = before.get(plein)
    if (known === undefined) return [`  ${title}: everything, it was made later`]
    return version > known ? [`  ${title}: the last ${acts(version - known)}`] : []
  })
  return lost.length === 0
    ? ['Nothing was lost: the backup holds all that was there.']
    : ['Lost, because it happened after the backup:', ...lost]
}

export const told = (restored: Restored): string => {
  const { madeAt, back, was, again, aside } = restored
  const when = madeAt === null ? 'The backup' : `The backup of ${new Date(madeAt).toLocaleString()}`
  return [
    `${when} is back, with ${back.length === 1 ? '1 Plein' : `${back.length} Pleinen`}.`,
    ...(aside === null && was === null ? ['There was no database, so nothing was lost by it.'] : lostOf(restored)),
    ...(again > 0 ? [`Erased after the backup, and erased again: ${again}.`] : []),
    ...(aside === null ? [] : [`The database that was there is ${aside}. It is removed with the backups of its age.`]),
    'Start the server. Every device opens its documents anew by itself.',
  ].join('\n')
}
