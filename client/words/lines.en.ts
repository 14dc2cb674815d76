import type { LineWords } from './lines.nl.ts'

export const lines: LineWords = {
  heading: 'Test the connection',
  busy: 'The connection is being tested.',
  ways: {
    page: 'The page',
    commands: 'The direct line',
    documents: 'The line for the board',
    detour: 'The detour',
  },
  found: { yes: 'works', no: 'does not work', waiting: 'is being tested' },
  verdict: {
    good: 'The connection with the Plein is good.',
    slow: 'This network stops the direct line. The Plein works here, only a little slower.',
    shut: 'This network lets the page through, but not the Plein. Choose another Wi-Fi network.',
    away: 'This device does not reach the server. See whether it is on the Wi-Fi of the room.',
  },
  again: 'Test again',
  back: 'Back',
}
