import type { Notice } from '../../shared/wire/messages.ts'
import { useIntakeWords } from '../intake/words.ts'

/** What the owner shared further, in the words of the intake. */
export const Widened = ({ notice }: { notice: Extract<Notice, { notice: 'intake-widened' }> }) => {
  const w = useIntakeWords()
  return w.notice(notice.by, notice.circle, w.questions[notice.question].ask)
}
