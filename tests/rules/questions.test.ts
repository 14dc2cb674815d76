import { describe, expect, test } from 'vitest'
import { catalysts } from '../../shared/domain/framings/catalyst.ts'
import { chain, currentFraming } from '../../shared/domain/framings/chain.ts'
import { arisingOf } from '../../shared/domain/framings/form.ts'
import { noQuestion } from '../../shared/text/question.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { fatma, joost, ria, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

test.each([
  'Van wie is de gracht?',
  'Van wie is de gracht? ',
  '“Van wie is de gracht?”',
  '(Waarom?)',
  'Waarom?!',
  'Waarom??? 🙂',
  'Wie beslist? En wanneer?',
  'Wat?! Echt?',
  'Als het druk is, wie beslist dan?',
  'Waarom vraagt dhr. Jansen o.a. Ria niet?',
  'Wat doet J. Jansen daar?',
  '1. Wie betaalt?\n2. Wie beslist?',
  'Hoeveel is 2,5 keer zo veel als 1.5?',
  'En ... wie betaalt dat?',
  'ik ben boos. waarom?',
  'Who decides? And when?',
  'Why does e.g. Mr. Jones not know?',
  'Wie zegt dat? ',
  'لمن القناة؟',
])('Q1 %j is a question', (text) => expect(noQuestion(text)).toBeNull())

test.each([
  ['Van wie is de gracht', 'no-question-mark'],
  ['De gracht is te vol.', 'no-question-mark'],
  ['Wie beslist? Dat wil ik weten.', 'no-question-mark'],
  ['Waarom? Daarom', 'no-question-mark'],
  ['?', 'no-question-mark'],
  ['… ?', 'no-question-mark'],
  ['The canal is full', 'no-question-mark'],
  ['Het is te vol. Wat nu?', 'statement-first'],
  ['Het is te vol! Wat nu?', 'statement-first'],
  ['“Het is te vol.” Wie zegt dat?', 'statement-first'],
  ['Dit is zo.\nWaarom?', 'statement-first'],
  ['It is too full. What now?', 'statement-first'],
] as const)('Q1 %j is none: %s', (text, because) => expect(noQuestion(text)).toBe(because))

test('Q1 the longest odd texts are judged at once', () => {
  // Of work, and not of time in which the machine did something else.
  const start = process.cpuUsage()
  for (const text of ['a'.repeat(500), '.'.repeat(499), `a${'?'.repeat(498)}x`, '! '.repeat(250), 'a. '.repeat(166), '?'.repeat(500)])
    for (let times = 0; times < 20; times++) noQuestion(text)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
})

const question = (idea: string, text: string, phase = 'burst') => ({ ...posted(idea, text, phase), as: 'question' as const })
const room = () =>
  given(
    aPlein('burst', 'reframe', 'burst'),
    opened,
    entered('burst'),
    question('wie', 'Wie beslist hier?'),
    question('waar', 'Waar mag het wel?'),
    question('stil', 'Wie hoort niemand?'),
    question('later', 'En over tien jaar?', 'burst-2'),
    listed('wie', 'waar', 'stil', 'later'),
    released('wie', 'waar', 'later'),
  )
const post = (name: string, text: string) => ({
  type: 'idea.post' as const,
  key: keyOf(name),
  as: 'question' as const,
  text,
  phase: 'burst',
})
const choose = (proposal: string, text: string) => ({ type: 'framing.adopt' as const, text, sources: [], proposal })

describe('a question burst', () => {
  test('Q1 a statement is refused with its reason, from phone and paper and when it is changed, and nothing changes', () => {
    const story = room()
    story.when(fatma, post('f', 'Het is te vol')).then({ code: 'not-a-question', because: 'no-question-mark' })
    story.when(fatma, post('f', 'Het is te vol. Wat nu?')).then({ code: 'not-a-question', because: 'statement-first' })
    expect(story.plein.keys.size).toBe(0)
    story.when(joost, { type: 'idea.enter', as: 'question', text: 'Te vol', phase: 'burst' }).then({ code: 'not-a-question' })
    story.when(fatma, post('f', 'Is het te vol?')).then([{ type: 'idea.posted', as: 'question', text: 'Is het te vol?' }])
    expect(story.events[0]).not.toHaveProperty('open')
    story.when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Het is te vol' }).then({ code: 'not-a-question' })
    story.when(fatma, { type: 'idea.edit', key: keyOf('f'), text: '  ' }).then({ code: 'text-empty' })
    story
      .when(joost, { type: 'idea.enter', as: 'question', text: 'Wie mist hier?', phase: 'burst' })
      .then([{ type: 'idea.posted', entry: 'paper' }, { type: 'desk.listed' }])
    story.when(ria, { ...post('r', 'Een idee?'), as: 'idea' }).then({ code: 'not-contributed-here' })
  })

  test('Q2 a shared question becomes the question, as the participants’ and with itself as source', () => {
    const story = room().when(joost, choose('wie', 'Wie beslist hier eigenlijk?'))
    const now = currentFraming(story.plein)
    expect(now).toMatchObject({ form: 'burst', question: 'wie', by: 'participant', sources: [{ kind: 'idea', id: 'wie' }], phase: 'burst' })
    expect(now && arisingOf(now)).toBe('burst')
    expect(maps(replay(story.log).board)['framings']).toMatchObject({ [now?.id ?? '']: { form: 'burst', question: 'wie' } })
    story.when(joost, choose('stil', 'Wie hoort niemand?')).then({ code: 'idea-not-released', idea: 'stil' })
    expect(JSON.stringify(maps(replay(story.log).board))).not.toContain('niemand')
    story.when(wim, choose('waar', 'Waar mag het wel?')).then({ code: 'not-allowed' })
  })

  test('Q3 one question of each burst became the question: the last that was chosen and not taken back', () => {
    const story = room()
    const marked = () => [...catalysts(chain(story.plein), story.plein.ideas)]
    expect(marked()).toEqual([])
    story.when(joost, choose('wie', 'Wie beslist hier?'))
    story.when(joost, choose('later', 'En over tien jaar?'))
    expect(marked()).toEqual([
      ['burst', 'wie'],
      ['burst-2', 'later'],
    ])
    story.when(joost, choose('waar', 'Waar mag het wel?'))
    expect(marked()).toEqual([
      ['burst', 'waar'],
      ['burst-2', 'later'],
    ])
    story.when(joost, { type: 'undo' })
    expect(marked()).toEqual([
      ['burst', 'wie'],
      ['burst-2', 'later'],
    ])
    story.plein.ideas.delete('wie')
    expect(marked()).toEqual([['burst-2', 'later']])
  })
})
