import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useNotices } from '../session/useSeat.ts'
import { useIntakeWords } from './words.ts'

/** That the coach shared an answer of the intake further is told until the owner has seen it. */
export const Widened = () => {
  const w = useIntakeWords()
  const { notices, dismiss } = useNotices()
  return notices.map((notice) =>
    notice.notice === 'intake-widened' && notice.by === 'coach' ? (
      <Notice key={`${notice.question} ${notice.circle}`}>
        <p>{w.notice(notice.by, notice.circle, w.questions[notice.question].ask)}</p>
        <Button tone="quiet" onPress={() => dismiss(notice)}>
          {w.seen}
        </Button>
      </Notice>
    ) : null,
  )
}
