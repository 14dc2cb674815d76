/** What is asked of ideas at their edges: those that are not told yet, went, were sent before, or whose author was stopped. */
import { expect, test } from 'vitest'
import { decide } from '../../shared/domain/decide.ts'
import { countable, unlisted } from '../../shared/domain/ideas/listing.ts'
import { aPlein, closed, given, keyOf, opened, posted } from '../support/given.ts'
import { clock, fatma, joost } from '../support/people.ts'

const post = (text: string, name = text, phase = 'ideas') => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text, phase }) as const
const writing = () => given(aPlein('ideas', 'ideas'), opened).when(joost, { type: 'phase.next' })

test('A16 whoever wrote something is stopped without a word in the log, and only for what stands at the desk', () => {
  const story = writing().when(fatma, post('Bankjes'))
  const idea = story.answer['idea'] as string
  const mute = (id: string) => story.when(joost, { type: 'seat.mute', idea: id, muted: true })
  mute('nergens').then({ code: 'idea-unknown', idea: 'nergens' })
  mute(idea).then({ code: 'idea-unknown', idea })
  story.when(clock, { type: 'time.passed' })
  mute(idea).then([])
  expect(story.events).toEqual([])
  story.when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
  mute(idea).then({ code: 'idea-withdrawn', idea })
})

test('I8 S1 something waits for the desk until it is told, and is in no count before', () => {
  const story = writing()
  const counts = () => [unlisted(story.plein), countable(story.plein).length]
  expect(counts()).toEqual([false, 0])
  story.when(fatma, post('Bankjes'))
  expect(counts()).toEqual([true, 0])
  story.when(clock, { type: 'time.passed' }).then([{ type: 'desk.listed' }])
  expect(counts()).toEqual([false, 1])
})

test('A3 when nobody writes any more all is counted, and answers after a vote are not', () => {
  const condition = { ...posted('answer', 'Als er water komt'), as: 'condition' as const, question: undefined }
  const { plein } = given(aPlein('ideas'), opened, posted('bankjes', 'Bankjes'), condition as never, closed)
  expect(countable(plein).map(({ id }) => id)).toEqual(['bankjes'])
})

test('L2 the same key is the same text, kind and phase again, and anything else under it is refused', () => {
  const story = writing().when(fatma, post('Bankjes'))
  const idea = story.answer['idea'] as string
  const events = story.log.length
  story.when(fatma, post('Bankjes')).answers({ idea })
  const used = { code: 'key-used' as const }
  story.when(fatma, post('Bomen', 'Bankjes')).then(used)
  story.when(joost, { type: 'phase.enter', phase: 'ideas-2' })
  story.when(fatma, { ...post('Bankjes'), phase: 'ideas-2' }).then(used)
  story.when(fatma, post('Bankjes')).answers({ idea })
  story.when(fatma, { type: 'idea.withdraw', key: keyOf('Bankjes') })
  story.when(fatma, post('Bankjes')).then(used)
  expect(story.log.slice(events).filter(({ type }) => type === 'idea.posted')).toEqual([])
})

test('A16 who was stopped hears so, and nothing is written', () => {
  const { plein, world } = writing()
  expect(decide(plein, { ...fatma, muted: true }, post('Weer'), world)).toEqual({ ok: false, refusal: { code: 'muted' } })
})
