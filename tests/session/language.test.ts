import { expect, test } from 'vitest'
import { catalogue, inWords, language, offerLanguage, withWords } from '../../client/session/language.ts'

test('a part of a page that comes while its language turns is said in that language', async () => {
  let letGo = () => {}
  const slow = new Promise<string>((resolve) => {
    letGo = () => resolve('Who looks after the quay?')
  })
  catalogue({ nl: async () => 'Van wie is de kade?', en: () => slow })
  const turned = offerLanguage('en')
  // The part registers its words after the page has begun to fetch those in English.
  const later = catalogue({ nl: async () => 'De intake', en: async () => 'The intake' })
  const shown = withWords(Promise.resolve('part')).then(() => inWords(later, language()))
  expect(await shown).toBe('De intake')
  letGo()
  await turned
  expect(language()).toBe('en')
  expect(inWords(later, language())).toBe('The intake')
})
