import { later } from '../session/later.ts'

/** Asked for when the question has changed for the first time: before that there is no story to tell. */
export const storyLater = later(() => import('./bodies/Story.tsx'))
/** Only where somebody writes before the room. */
export const stagedLater = later(() => import('./bodies/Staged.tsx'))
