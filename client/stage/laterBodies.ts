/** What a screen does without for its first second. In one piece: a screen that lost the network has all of it. */
export { Ballot } from './bodies/Ballot.tsx'
export { Conditions } from './bodies/Conditions.tsx'
export { Harvest } from './bodies/Harvest.tsx'
export { Moods } from './bodies/Moods.tsx'
export { Result } from './bodies/Result.tsx'
export { Staged } from './bodies/Staged.tsx'
export { Story } from './bodies/Story.tsx'
export { Word } from './bodies/Word.tsx'
