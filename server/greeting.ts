/** What the person who starts the server reads. The organiser's link goes to a terminal only: a log is read by others. */
import { organiserLink } from './http/links.ts'
import type { OrganiserKey } from './http/organiserKey.ts'

export type Greeting = { address: string; others: string[]; organiser: OrganiserKey; terminal: boolean; dataDir: string }

export const greeting = ({ address, others, organiser, terminal, dataDir }: Greeting): string => {
  const key = terminal
    ? `  organiser   ${organiserLink(address, organiser.reveal())}`
    : `  organiser   ${address}/organisator, with the key ${organiser.file === null ? 'that ORGANISER_KEY holds' : `in the file ${organiser.file}`}`
  return [
    'Pleinbord is running.',
    `  phones      ${address}`,
    ...(others.length > 0 ? [`  also at     ${others.join('  ')}`] : []),
    key,
    ...(organiser.guessable
      ? ['              it is short, or one that others may think of; openssl rand -base64 32 makes a better one']
      : []),
    `  data        ${dataDir}`,
    '',
  ].join('\n')
}
