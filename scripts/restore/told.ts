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

const erasedOf = ({ again, noted, searched }: Restored): string =>
  noted.length === 0
    ? `No note of erasures was found (a file "erasures" in ${searched.join(' or ')}): what was withdrawn or deleted after the backup is back. Delete it again.`
    : `Erased after the backup, and erased again: ${again}. It was noted in ${noted.join(' and ')}.`

export const told = (restored: Restored): string => {
  const { madeAt, back, was, aside } = restored
  const when = madeAt === null ? 'The backup' : `The backup of ${new Date(madeAt).toLocaleString()}`
  return [
    `${when} is back, with ${back.length === 1 ? '1 Plein' : `${back.length} Pleinen`}.`,
    ...(aside === null && was === null
      ? ['There was no database here. What happened after the backup is not in it, and cannot be counted.']
      : lostOf(restored)),
    erasedOf(restored),
    ...(aside === null ? [] : [`The database that was there is ${aside}. It is removed with the backups of its age.`]),
    'Start the server. Every device opens its documents anew by itself.',
  ].join('\n')
}
