/** The matter of the practice Plein in English: the same neighbourhood, the same question. */
import type { NewPhase } from '../../../../shared/domain/programme/phase.ts'

export const title = 'Fast money in the Oosterhoek'

export const dilemma =
  'Boys of thirteen and fourteen deliver packages in our neighbourhood. We punish, we talk, we organise football. And every year they are younger. How do we keep them away from fast money?'

export const perspectives = ['parent', 'resident', 'young person', 'school, care or police', 'entrepreneur', 'municipality']

export const programme: NewPhase[] = [
  { kind: 'welcome', settings: { prompt: 'Welcome. Find a place, take some coffee, and read the question once more.', minutes: 10 } },
  {
    kind: 'checkin',
    settings: { prompt: 'Which fact about the Oosterhoek do you bring with you? One sentence, no opinion.', minutes: 10 },
  },
  {
    kind: 'ideas',
    settings: { prompt: 'What do you see? What do you think is really going on? Write each idea apart.', minutes: 15, hidden: true },
  },
  { kind: 'cluster', settings: { prompt: 'What belongs together? Say it aloud, the coach moves it.', minutes: 20 } },
  {
    kind: 'vote',
    settings: { prompt: 'Where do you think the key is? You have four dots.', minutes: 8, over: 'clusters', dots: 4, maximum: 2 },
  },
  { kind: 'plenary', settings: { prompt: 'What strikes you? Who gave dots to something that few others gave dots to?', minutes: 20 } },
  { kind: 'reframe', settings: { prompt: 'After this hour, what is the question really? Write it in one sentence.', minutes: 15 } },
  { kind: 'harvest', settings: { prompt: 'Who does what, and by when? And: how do you see the question now?', minutes: 15 } },
]
