import { describe, expect, test } from 'vitest'
import { keyOf } from '../support/given.ts'
import { fatma, joost } from '../support/people.ts'
import { post, story } from '../support/posting.ts'

describe('I14 a name stands in a commitment only, because somebody chose to give it', () => {
  const commit = (more: object = {}) =>
    post('f', 'Ik bel de wijkraad', { as: 'commitment', phase: 'harvest', who: ' Fatma ', by: 'voor de zomer', ...more })

  test('I14 who and by when', () => {
    story()
      .when(fatma, commit())
      .then([{ type: 'idea.posted', as: 'commitment', who: 'Fatma', by: 'voor de zomer' }])
    story()
      .when(fatma, commit({ who: ' ', by: '' }))
      .then([{ who: null, by: null, type: 'idea.posted' }])
    story()
      .when(fatma, commit({ who: 'a'.repeat(41) }))
      .then({ code: 'text-too-long', maximum: 40, length: 41 })
    story()
      .when(fatma, post('f', 'Een idee', { who: 'Fatma' }))
      .then([{ type: 'idea.posted', who: null }])
  })

  test('I14 the author changes the name while nobody sees it', () => {
    const told = story()
      .when(fatma, commit())
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Ik bel de wijkraad', who: 'F. Yılmaz' })
    told.then([{ type: 'idea.edited', who: 'F. Yılmaz', by: 'voor de zomer', waits: false }])
    expect(told.plein.ideas.get('id-1')).toMatchObject({ who: 'F. Yılmaz', by: 'voor de zomer' })
  })

  test('I14 once shared, an own name can be taken away but not replaced unseen', () => {
    const told = story().when(fatma, commit()).later(5000).when(joost, { type: 'ideas.release', ideas: 'all' })
    told
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Ik bel de wijkraad', who: 'De wethouder' })
      .then({ code: 'idea-released', idea: 'id-1' })
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Ik bel de wijkraad', who: '' })
      .then([{ type: 'idea.edited', who: null }])
    expect(told.plein.ideas.get('id-1')).toMatchObject({ who: null, by: 'voor de zomer', edit: null })
  })

  test('I14 everybody gives one closing sentence at the harvest, and changes it by its key', () => {
    story()
      .when(joost, { type: 'phase.enter', phase: 'harvest' })
      .when(fatma, post('f', 'Ik ga met moed naar huis', { as: 'closing', phase: 'harvest' }))
      .then([{ type: 'idea.posted', as: 'closing' }])
      .when(fatma, { type: 'idea.edit', key: keyOf('f'), text: 'Ik ga met nieuwe moed naar huis' })
      .then([{ type: 'idea.edited', waits: false }])
  })
})
