/** The question chain at its edges: in which form each link arose and whose it is, and what is no link, source or correction. */
import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../../shared/domain/commands.ts'
import { catalysts } from '../../shared/domain/framings/catalyst.ts'
import { chain, currentFraming } from '../../shared/domain/framings/chain.ts'
import { arisingOf } from '../../shared/domain/framings/form.ts'
import { aPlein, aPleinWith, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, hanna, joost, mo, ria, samir, teun, wim } from '../support/people.ts'
import { morning } from '../support/world.ts'

const adopt = (text: string, more: Partial<CommandOf<'framing.adopt'>> = {}) => ({
  type: 'framing.adopt' as const,
  text,
  sources: [],
  ...more,
})
const question = (idea: string, text: string) => ({ ...posted(idea, text, 'burst'), as: 'question' as const })

describe('how a link arose', () => {
  /** One link of each form. */
  const afternoon = () => {
    const story = given(aPleinWith({ ownerAdopts: true }, 'burst', 'reframe', 'write'))
    story.when(joost, adopt('Wie zorgt er mee?', { form: 'intake', whose: 'owner' })).when(joost, adopt('Wie hoort het groen?'))
    story.when(joost, { type: 'plein.open' })
    story.when(fatma, { type: 'idea.post', key: keyOf('wie'), as: 'question', text: 'Wie beslist hier?', phase: 'burst' })
    const asked = story.answer['idea'] as string
    story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'question' })
    story.when(joost, adopt('Wie beslist hier eigenlijk?', { proposal: asked })).when(joost, { type: 'phase.next' })
    story.when(ria, { type: 'idea.post', key: keyOf('van wie'), as: 'proposal', text: 'Van wie is het?', phase: 'reframe' })
    const proposed = story.answer['idea'] as string
    story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'proposal' })
    story.when(joost, adopt('Van wie is het?', { proposal: proposed })).when(joost, { type: 'phase.next' })
    story.when(wim, adopt('Van wie is het groen?', { form: 'room' })).when(joost, adopt('Van wie is al het groen?'))
    return { story, asked, proposed }
  }

  test('F1 F2 F3 N5 Q2 W2 each link says how it arose, and of whom it is', () => {
    const links = chain(afternoon().story.plein)
    expect(links.map((link) => [arisingOf(link), link.by])).toEqual([
      ['presented', 'organiser'],
      ['intake', 'owner'],
      ['prepared', 'coach'],
      ['burst', 'participant'],
      ['proposal', 'participant'],
      ['room', 'owner'],
      ['rewritten', 'coach'],
    ])
  })

  test('F2 Q2 only a question of a burst stays named in its link; a proposal is no such question', () => {
    const { story, asked, proposed } = afternoon()
    const [, , , burst, proposal, , rewritten] = chain(story.plein)
    const link = { sources: [], undone: false }
    const from = (id: string) => ({ ...link, by: 'participant', sources: [{ kind: 'idea', id }] })
    expect(burst).toStrictEqual({
      ...from(asked),
      id: burst?.id,
      text: 'Wie beslist hier eigenlijk?',
      order: 3,
      at: morning + 5000,
      phase: 'burst',
      form: 'burst',
      question: asked,
    })
    const text = 'Van wie is het?'
    expect(proposal).toStrictEqual({ ...from(proposed), id: proposal?.id, text, order: 4, at: morning + 10_000, phase: 'reframe' })
    const last = { order: 6, by: 'coach', at: morning + 10_000, phase: 'write' }
    expect(rewritten).toStrictEqual({ ...link, ...last, id: rewritten?.id, text: 'Van wie is al het groen?' })
  })

  test.each([
    [joost, { form: 'intake', whose: 'owner' }, 'owner'],
    [joost, { form: 'intake', whose: 'coach' }, 'coach'],
    [joost, { form: 'intake' }, 'coach'],
    [wim, { form: 'intake', whose: 'coach' }, 'coach'],
    [wim, { form: 'intake' }, 'owner'],
    // Outside the intake nobody speaks for the other.
    [joost, { whose: 'owner' }, 'coach'],
    [wim, { whose: 'coach' }, 'owner'],
  ] as const)('F2 N5 what $name adopts with %j is of the %s', (who, more, by) => {
    const { plein } = given(aPleinWith({ ownerAdopts: true }, 'ideas')).when(who, adopt('Wie zorgt er mee?', more))
    expect(currentFraming(plein)).toMatchObject({ text: 'Wie zorgt er mee?', by, phase: null })
  })

  test('N5 once people are in, nothing becomes a step of the intake any more', () => {
    const story = given(aPlein('ideas')).when(joost, adopt('Wie zorgt er mee?', { form: 'intake' }))
    story.when(joost, { type: 'plein.open' })
    story.when(joost, adopt('Van wie is het?', { form: 'intake' })).then({ code: 'plein-open' })
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Wie zorgt er mee?' })
    story.when(joost, adopt('Van wie is het?'))
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Van wie is het?' })
  })

  test('W3 how a burst feels is nothing that the room said of a wording, also when that was written before its eyes', () => {
    const story = given(aPlein('write', 'burst'), opened, entered('write'), entered('burst'))
    for (const who of [fatma, ria, samir, hanna, teun, mo])
      story.when(who, { type: 'tap.set', on: 'mood-before', phase: 'burst', value: 'heavy' }).then([])
    story.when(joost, adopt('Van wie is de kade?', { form: 'room' }))
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Van wie is de kade?', form: 'room', phase: 'burst' })
    expect(currentFraming(story.plein)).not.toHaveProperty('resonance')
  })

  test('F1 a wording that is adopted before the meeting is of its preparing, and in an open Plein without a phase it is not', () => {
    const story = given(aPlein()).when(joost, adopt('Wie zorgt er mee?')).when(joost, { type: 'plein.open' })
    story.when(joost, adopt('Wie hoort het groen?')).when(wim, adopt('Van wie is het?')).then({ code: 'not-allowed', role: 'owner' })
    const links = chain(story.plein)
    expect(links.map((link) => [arisingOf(link), link.phase])).toEqual([
      ['presented', null],
      ['prepared', null],
      ['rewritten', null],
    ])
    expect(links.map(({ form }) => form)).toEqual([undefined, undefined, 'rewritten'])
  })

  test('F2 F4 a proposal that is adopted in an open Plein without a phase is the proposal of somebody', () => {
    const story = given(aPlein('reframe'), opened)
    story.when(joost, { type: 'idea.enter', as: 'proposal', text: 'Van wie is het?', phase: 'reframe' })
    const idea = story.answer['idea'] as string
    story.when(joost, { type: 'ideas.release', ideas: [idea] }).when(joost, adopt('Van wie is het?', { proposal: idea }))
    const link = currentFraming(story.plein)
    expect(link).toMatchObject({ text: 'Van wie is het?', by: 'participant', phase: null })
    expect(link).not.toHaveProperty('form')
    expect(link && arisingOf(link)).toBe('proposal')
  })
})

describe('what is none', () => {
  test('F3 I11 a proposal that its author took back is not adopted', () => {
    const story = given(aPlein('reframe'), opened, entered('reframe'))
    story.when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'proposal', text: 'Van wie is het?', phase: 'reframe' })
    const idea = story.answer['idea'] as string
    story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'proposal' })
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
    story.when(joost, adopt('Van wie is het?', { proposal: idea })).then({ code: 'idea-withdrawn', idea })
    expect(chain(story.plein)).toHaveLength(1)
  })

  test('F6 I1 I2 a correction that cannot be read is refused by name, and the wording stays', () => {
    const story = given(aPlein('ideas'))
    const correct = (text: string) => story.when(joost, { type: 'framing.correct', framing: 'dilemma', text })
    correct('  ').then({ code: 'text-empty' })
    correct('Van wie\u202eis het?').then({ code: 'text-forbidden', character: 'U+202E' })
    correct('x'.repeat(501)).then({ code: 'text-too-long', maximum: 500, length: 501 })
    expect(currentFraming(story.plein)).toMatchObject({ text: 'Wie zorgt er voor het groen?' })
  })

  test('F2 Q3 which question became the question follows from the chain, in whatever order a page holds its links', () => {
    const story = given(
      aPlein('burst'),
      opened,
      entered('burst'),
      question('wie', 'Wie beslist hier?'),
      question('waar', 'Waar mag het wel?'),
      question('waarom', 'Waarom niet?'),
      listed('wie', 'waar', 'waarom'),
      released('wie', 'waar', 'waarom'),
    )
    for (const one of ['wie', 'waarom', 'waar']) story.when(joost, adopt(`Nu ${one}?`, { proposal: one }))
    const links = chain(story.plein)
    const last = [['burst', 'waar']]
    expect([...catalysts(links, story.plein.ideas)]).toEqual(last)
    expect([...catalysts([...links].reverse(), story.plein.ideas)]).toEqual(last)
    expect([...catalysts([...links.slice(2), ...links.slice(0, 2)], story.plein.ideas)]).toEqual(last)
  })
})
