import type { BlogWords } from './blog.nl.ts'
import { plural } from './plural.ts'

const count = plural('en')
export const blog: BlogWords = {
  file: 'blog',
  kind: 'The day after',
  title: (plein: string) => `The day after the Plein: ${plein}`,
  about: (plein: string, day: string) => `The owner of the question wrote this after the Plein ‘${plein}’ of ${day}.`,
  published: (day: string) => `Published on ${day}.`,
  chain: 'How the question changed',
  shared: 'What is quoted here was shared with the room. Who wrote it is nowhere.',
  until: (day: string) => `This page stays until ${day}. Then everything of this Plein is erased.`,
  gone: {
    title: 'There is no blog here',
    text: 'It may have been taken back, or the day has passed on which everything of this Plein was erased.',
  },
  start: 'To the beginning',
  from: {
    idea: 'an idea from the room',
    checkin: 'a fact at the start',
    proposal: 'a proposal from the room',
    commitment: 'a commitment',
    condition: 'what somebody needs to go along',
    question: 'a question from the room',
    closing: 'a closing sentence',
    framing: 'the question, as it was then',
  },
  moments: {
    turn: {
      heading: 'When the question became another one',
      text: (time: string, phase: string | null, before: string, after: string) =>
        `At ${time}${phase === null ? '' : `, during ‘${phase}’,`} the question changed. First it was: “${before}” Then: “${after}”`,
      why: 'Here most words of the question changed.',
    },
    written: {
      heading: 'When the room wrote',
      text: (time: string, phase: string, texts: number) =>
        `At ${time} ‘${phase}’ began. The room shared ${count(texts, 'text', 'texts')} there.`,
      why: 'Here the room shared most texts.',
    },
    unplanned: {
      heading: 'When it went another way',
      text: (time: string, phase: string) => `At ${time} ‘${phase}’ was put in. It did not stand in the programme.`,
      why: 'This did not stand in the programme.',
    },
    minority: {
      heading: 'When few people said much',
      text: (round: string, label: string, voters: number) =>
        `In ‘${round}’ not many people chose “${label}”: ${count(voters, 'person', 'people')}. But they gave it many dots.`,
      why: 'Here a small group was very sure.',
    },
    end: {
      heading: 'How it ended',
      text: (time: string, phase: string, question: string) =>
        `At ${time} the last part began, ‘${phase}’. The question then was: “${question}”`,
      why: 'This was the last part of the Plein.',
    },
    start: {
      heading: 'How it began',
      text: (time: string, phase: string, question: string) =>
        `At ${time} the Plein began, with ‘${phase}’. The question then was: “${question}”`,
      why: 'This was the first part of the Plein.',
    },
  },
  letter: {
    subject: (plein: string) => `Write your blog about the Plein today: ${plein}`,
    text: (plein: string, address: string, until: string) =>
      [
        'Good morning,',
        `Yesterday was your Plein: ${plein}. Write the honest story today, while you remember it. It may be short. Three questions are enough:`,
        '- How did it really go?\n- What did you run into?\n- What did you learn?',
        'On your page stands what you can use: how the question changed, three moments, and what the room shared.',
        `Open the link that you were given as owner of the question. Or, on a device on which you opened that link before, go to:\n${address}`,
        `On ${until} everything of this Plein is erased.`,
        'You get this mail because you asked for it. There will be no other one; your address was erased when it was sent.',
      ].join('\n\n'),
  },
}
