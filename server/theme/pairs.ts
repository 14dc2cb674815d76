/** Which colours meet, and how well they must be told apart. Both our own tokens and a theme are held to this. */
export const colours = [
  'page',
  'card',
  'tile',
  'edge',
  'line',
  'ink',
  'soft',
  'sign',
  'on-sign',
  'chalk',
  'on-chalk',
  'saved',
  'alarm',
  'pick',
  'pick-ground',
] as const
export type Colour = (typeof colours)[number]
export type Colours = Record<Colour, string>
export type Pair = readonly [text: Colour, ground: Colour]

/** Text, 6 : 1. */
export const textPairs: readonly Pair[] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink', 'tile'],
  ['ink', 'pick-ground'],
  ['soft', 'page'],
  ['soft', 'card'],
  ['soft', 'tile'],
  ['soft', 'pick-ground'],
  ['card', 'ink'],
  ['page', 'ink'],
  ['on-sign', 'sign'],
  ['chalk', 'sign'],
  ['on-chalk', 'chalk'],
  ['saved', 'page'],
  ['saved', 'card'],
  ['alarm', 'page'],
  ['alarm', 'card'],
]

/** What the room reads from ten metres, 7 : 1. The screen has no dark set. */
export const screenPairs: readonly Pair[] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink', 'tile'],
  ['soft', 'page'],
  ['soft', 'card'],
  ['card', 'ink'],
  ['on-sign', 'sign'],
  ['chalk', 'sign'],
  ['on-chalk', 'chalk'],
  ['alarm', 'page'],
  ['alarm', 'card'],
]

/** Borders of controls, the focus ring and the selection, 3 : 1. */
export const shapePairs: readonly Pair[] = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['on-chalk', 'chalk'],
  ['soft', 'page'],
  ['soft', 'card'],
  ['pick', 'page'],
  ['pick', 'card'],
  ['pick', 'tile'],
  ['pick', 'pick-ground'],
  ['alarm', 'card'],
]
