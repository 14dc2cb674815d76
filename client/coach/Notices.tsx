import type { Notice } from '../../shared/wire/messages.ts'
import { useLater } from '../session/later.ts'
import { useNotices } from '../session/useSeat.ts'
import { Button } from './Action.tsx'
import { type DeskWords, useDeskWords } from './deskWords.ts'
import { sheetsLater } from './later.ts'

const sentence = (w: DeskWords, notice: Exclude<Notice, { notice: 'intake-widened' }>): string => {
  switch (notice.notice) {
    case 'device-claimed':
      return w.side.claimed(w.roles[notice.role])
    case 'storage-failed':
      return w.side.storageFailed
    case 'storage-recovered':
      return w.side.storageRecovered
    case 'restarting':
      return w.side.restarting
    default:
      return notice satisfies never
  }
}

/** Each newcomer is told until a coach has seen it; one tap takes all of them away. */
export const Notices = () => {
  const w = useDeskWords()
  const come = useLater(sheetsLater)
  const { notices, dismiss } = useNotices()
  return (
    <section className="notices" aria-label={w.side.notices}>
      <div aria-live="polite">
        {notices.map((notice, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notices have no name of their own and only leave the list
          <p key={at} className={notice.notice === 'storage-failed' ? 'notice notice-alarm' : 'notice'}>
            {notice.notice !== 'intake-widened' ? sentence(w, notice) : come === null ? null : <come.Widened notice={notice} />}
          </p>
        ))}
      </div>
      {notices.length === 0 ? null : (
        <Button
          tone="quiet"
          onPress={() => {
            for (const notice of notices) dismiss(notice)
          }}
        >
          {w.side.dismiss}
        </Button>
      )}
    </section>
  )
}
