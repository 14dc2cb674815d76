/** Whoever writes reads the same promises, on a phone and on the owner's page. */
export { useWritingWords as usePhoneWords } from '../writing/words.ts'
