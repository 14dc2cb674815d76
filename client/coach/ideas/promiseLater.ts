import { withWords } from '../../session/language.ts'
import { later } from '../../session/later.ts'

/** The fields of a commitment, as the phone has them. */
export const promiseLater = later(() => withWords(import('../../writing/laterFields.ts')))
