import { expect, test } from 'vitest'
import { widthOf } from '../../client/shown/lines.ts'
import { card, heading, surfaces } from '../../client/shown/surface.ts'
import { screen as en } from '../../client/words/screen.en.ts'
import { screen as nl } from '../../client/words/screen.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'

const wide = (said: string) => widthOf(said, 'text', card.size)

/** Pages are counted before the words are known, for both languages and for a full room. */
test.each([
  ['nl', nl],
  ['en', en],
] as const)('R2 the screen keeps room for its own words: %s', (_, w) => {
  const page = w.page(48, 48)
  const few = w.page(12, 12)
  const aside: Record<PhaseKind, string> = {
    welcome: '',
    checkin: `${w.said(248)} · ${page}`,
    ideas: `${w.ideas(248)} · ${page}`,
    burst: `${w.questions(248)} · ${page}`,
    cluster: `${w.ideas(248)} · ${page}`,
    vote: few,
    reframe: `${w.proposals(48)} · ${page}`,
    write: w.staged.resonance(248, 248),
    harvest: few,
    plenary: '',
    pause: '',
  }
  for (const [kind, said] of Object.entries(aside) as [PhaseKind, string][]) {
    const counted = said === '' ? 0 : heading.gap + wide(said)
    expect(widthOf(w.prompts[kind], 'bold', heading.size) + counted, kind).toBeLessThanOrEqual(heading.standard[kind])
    expect(wide(said), kind).toBeLessThanOrEqual(kind === 'vote' || kind === 'harvest' ? heading.aside.page : heading.aside.cards)
  }
  const groups = w.groups({ as: 'idea', first: 10, last: 12, groups: 48, ideas: 248, loose: 48 })
  expect(wide(groups)).toBeLessThanOrEqual(heading.aside.groups)
  const voted = 11 + 1.6 + wide(w.voted(148, 150)[1])
  expect(heading.gap + voted).toBeLessThanOrEqual(heading.beside)
  // A vote on wordings asks its own question in the room of the other one.
  expect(widthOf(w.prompts.wordings, 'bold', heading.size)).toBeLessThanOrEqual(widthOf(w.prompts.vote, 'bold', heading.size))
  expect(widthOf(w.prompts.vote, 'bold', heading.size) + heading.gap + voted).toBeLessThanOrEqual(heading.standardBeside)
  // One line under the heading, on the narrowest screen.
  for (const [left, right] of [
    [w.votes.signal, w.votes.cast(148)],
    [w.votes.signalShort, w.votes.castBefore(148, 147)],
    [w.votes.signalShort, w.votes.onPaper(148, 12)],
    [w.harvest.commitments, w.harvest.count(30, 60)],
    [w.harvest.closings, w.harvest.count(30, 60)],
  ] as const)
    expect(wide(left) + heading.gap + wide(right), right).toBeLessThanOrEqual(surfaces['4:3'].width)
})
