import { describe, expect, test } from 'vitest'
import { dayInWords, isDay } from '../../shared/text/day.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { joost, ria } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

const story = () => given(aPlein('ideas', 'harvest'), opened, entered('harvest'))
const text = 'Als het maandag is, dan bel ik de schipper'
const promise = (day?: string) => ({
  type: 'idea.post' as const,
  key: keyOf('r'),
  as: 'commitment' as const,
  text,
  phase: 'harvest',
  who: 'Ria',
  ...(day === undefined ? {} : { day }),
})
const edit = (more: { day?: string; text?: string }) => ({ type: 'idea.edit' as const, key: keyOf('r'), text, ...more })
const onBoard = (told: ReturnType<typeof story>) => Object.values(maps(replay(told.log).board)['ideas'] ?? {})
const atDesk = (told: ReturnType<typeof story>) => Object.values(maps(replay(told.log).desk)['ideas'] ?? {})

describe('I14 a commitment may name the day by which it is done', () => {
  test('I14 the day is kept beside the words, at the desk and on the board', () => {
    const told = story()
      .when(ria, promise('2027-06-01'))
      .then([{ type: 'idea.posted', day: '2027-06-01', by: null }])
      .later(5000)
    expect(atDesk(told)).toMatchObject([{ text, who: 'Ria', day: '2027-06-01' }])
    told.when(joost, { type: 'ideas.release', ideas: 'all' })
    expect(onBoard(told)).toMatchObject([{ text, who: 'Ria', day: '2027-06-01' }])
  })

  test('I14 without a day nothing stands there; on paper it is the same', () => {
    const told = story()
      .when(ria, promise())
      .later(5000)
      .when(joost, { type: 'idea.enter', as: 'commitment', text, phase: 'harvest', by: 'voor de zomer', day: '2027-06-20' })
      .when(joost, { type: 'ideas.release', ideas: 'all' })
    const [without, paper] = onBoard(told).sort((a, b) => Number('day' in (a as object)) - Number('day' in (b as object)))
    expect(without).not.toHaveProperty('day')
    expect(paper).toMatchObject({ by: 'voor de zomer', day: '2027-06-20', entry: 'paper' })
  })

  test.each(['2027-02-29', '2027-13-01', '2027-1-1', '27-01-01', 'morgen', '0000-01-01', '9999-12-31'])(
    'I14 %s is no day, and nothing changes',
    (day) => {
      story().when(ria, promise(day)).then({ code: 'day-unknown' })
    },
  )

  test('I14 with anything but a commitment a day is left out', () => {
    const told = story().when(ria, { ...promise('2027-06-01'), as: 'closing' })
    expect(told.events[0]).not.toHaveProperty('day')
  })

  test('I14 its author changes the day while it waits; once it is shared the day can be taken away but not replaced', () => {
    const told = story()
      .when(ria, promise('2027-06-01'))
      .when(ria, edit({ day: '2027-02-30' }))
      .then({ code: 'day-unknown' })
      .when(ria, edit({ day: '2027-07-01' }))
      .then([{ type: 'idea.edited', day: '2027-07-01' }])
      .when(ria, edit({}))
      .then({ code: 'nothing-changed' })
      .later(5000)
      .when(joost, { type: 'ideas.release', ideas: 'all' })
      .when(ria, edit({ day: '2027-08-01' }))
      .then({ code: 'idea-released' })
      .when(ria, edit({ text: 'Als het regent, dan ook' }))
      .then([{ type: 'idea.edited', waits: true }])
    expect(onBoard(told)).toMatchObject([{ text, day: '2027-07-01' }])
    told.when(ria, edit({ day: '' })).then([{ type: 'idea.edited', day: null }])
    expect(onBoard(told)[0]).not.toHaveProperty('day')
  })

  test('I11 withdrawn, its day goes with its words', () => {
    const told = story()
      .when(ria, promise('2027-06-01'))
      .later(5000)
      .when(joost, { type: 'ideas.release', ideas: 'all' })
      .when(ria, { type: 'idea.withdraw', key: keyOf('r') })
    expect([...told.plein.ideas.values()][0]).not.toHaveProperty('day')
    expect(onBoard(told)).toEqual([])
  })

  test('I14 a day is the same day in every time zone, and is said in words', () => {
    expect(isDay('2028-02-29')).toBe(true)
    expect(dayInWords('2027-06-01', 'nl')).toBe('1 juni 2027')
    expect(dayInWords('2027-06-01', 'en')).toBe('1 June 2027')
  })
})
