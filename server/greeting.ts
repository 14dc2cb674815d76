/** What the person who starts the server on a terminal reads. The organiser's link goes nowhere else: a log is read by others. */
import { organiserLink } from './http/links.ts'
import type { OrganiserKey } from './http/organiserKey.ts'

export type Greeting = { address: string; others: string[]; organiser: OrganiserKey; dataDir: string }

export const greeting = ({ address, others, organiser, dataDir }: Greeting): string =>
  [
    'Pleinbord is running.',
    `  phones      ${address}`,
    ...(others.length > 0 ? [`  also at     ${others.join('  ')}`] : []),
    `  organiser   ${organiserLink(address, organiser.reveal())}`,
    ...(organiser.guessable
      ? ['              it is short, or one that others may think of; openssl rand -base64 32 makes a better one']
      : []),
    `  data        ${dataDir}`,
    '',
  ].join('\n')
