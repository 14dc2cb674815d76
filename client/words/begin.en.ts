import type { BeginWords } from './begin.nl.ts'

export const begin: BeginWords = {
  loading: 'The Plein is loading.',
  failed: {
    heading: 'This page got stuck',
    kept: 'What you wrote is kept. Load the page again to go on.',
    again: 'Load again',
  },
  theme: { board: (name: string) => `This is a board of ${name}.`, questions: 'Questions?' },
  kept: 'What do we keep?',
  codeUnknown: 'This code is not right. Look at the screen in the room and type it again.',
}
