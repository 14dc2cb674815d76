/** What the owner's page does without for its first second: writing the next question, and what is there the day after. In one piece: a page that
 *  lost the network has all of it. */
export { Reminder } from '../blog/Reminder.tsx'
export { Cards } from '../cards/Cards.tsx'
export { Mood } from '../parts/Mood.tsx'
export { Result } from '../parts/Result.tsx'
export { Unsent } from '../writing/Unsent.tsx'
export { VerifyNames } from '../writing/VerifyNames.tsx'
export { DayAfter } from './DayAfter.tsx'
export { Downloads } from './Downloads.tsx'
export { Word } from './Word.tsx'
export { Wordings } from './Wordings.tsx'
