import type { DoorWords } from './door.nl.ts'

export const door: DoorWords = {
  join: {
    heading: 'Join the Plein',
    ticket: 'You scanned the code on the screen. One tap on the button and you are in.',
    go: 'Join',
    code: 'Code on the screen',
    codeHelp: 'Seven characters in two groups. Capitals and spaces do not matter.',
    asks: 'No account and no name needed. Taking part costs less than 1 MB.',
    known: 'You joined here before',
    knownOne: 'Go on where you were',
    empty: 'First type the code that is on the screen.',
    incomplete: (n) => `The code has seven characters. You have ${n}.`,
    busy: 'You are being let in.',
    again: 'Try again',
    typeCode: 'Type the code on the screen',
    inLine: {
      heading: 'You are in line for a moment',
      help: 'Many people are coming in at the same time. Your phone tries again by itself. There is nothing to do.',
      leave: 'Stop waiting',
    },
    waiting: {
      heading: 'You are waiting at the door',
      help: 'The coach decides who comes in. After a yes this page goes on by itself.',
      leave: 'Stop waiting',
    },
    stops: {
      unreachable: {
        heading: 'No connection with the Plein',
        help: 'Is your phone on the Wi-Fi network of the room? Ask the coach for its name. Then try again.',
      },
      locked: {
        heading: 'The door is closed',
        help: 'The coach lets nobody in at the moment. Ask the coach to open the door.',
      },
      refused: {
        heading: 'The coach said no',
        help: 'Ask in the room why. You can try once more after that.',
      },
      closed: {
        heading: 'This Plein has ended',
        help: 'Joining is no longer possible. Were you there? Then open this page on the phone that you used. What you wrote is still there.',
      },
      old: {
        heading: 'This QR code no longer works',
        help: 'Is the Plein still going on? Then scan the code on the screen, or type it below. Was it some time ago? Then everything has been erased.',
      },
      busy: { heading: 'It is busy at the door', help: 'Wait a few seconds and try again. Still the same? Tell the coach.' },
    },
  },
  wiped: 'Wiped from this phone. Only the history of your browser still knows the address.',
}
