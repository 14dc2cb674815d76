import { later } from '../session/later.ts'

/** Asked for when the question has changed for the first time: before that there is no story to tell. */
export const storyLater = later(() => import('./bodies/Story.tsx'))
