/** Fields that a page does without until the harvest. */
export { Beginning } from './Beginning.tsx'
export { PromiseFields } from './PromiseFields.tsx'
