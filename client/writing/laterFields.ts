/** Fields that a page does without until the harvest, or until somebody changes an own text. */
export { Beginning } from './Beginning.tsx'
export { EditIdea } from './EditIdea.tsx'
export { PromiseFields } from './PromiseFields.tsx'
export { forgetHalves } from './promise.ts'
export { WhoAndDay } from './WhoAndDay.tsx'
export { WithdrawIdea } from './WithdrawIdea.tsx'
