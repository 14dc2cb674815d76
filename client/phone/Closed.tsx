import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Chain } from '../parts/Chain.tsx'
import { downloadOutcome } from '../parts/downloadOutcome.ts'
import { Notice } from '../parts/Notice.tsx'
import { Shared } from '../parts/Shared.tsx'
import { Sign } from '../parts/Sign.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useFramings, usePlein } from '../session/useDocument.ts'
import { usePhoneWords } from './words.ts'

/** What goes home. */
export const Closed = () => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const { date } = useSharedWords()
  const plein = usePlein()
  const framings = useFramings()
  const session = useSession()
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const first = framings[0]
  const fetchIt = async () => {
    setBusy(true)
    setFailed(!(await downloadOutcome(session, 'html')))
    setBusy(false)
  }
  return (
    <div className="closed">
      <p>{w.closed.thanks}</p>
      {first && framings.length > 1 ? (
        <section>
          <h2>{w.closed.first}</h2>
          <Sign size="tiny" text={first.text} />
        </section>
      ) : null}
      <Chain />
      <Shared as="commitment" heading={shared.board.commitments} />
      <Shared as="closing" heading={shared.board.closings} />
      <section>
        <h2>{w.closed.outcome}</h2>
        {plein?.outcomeShared ? (
          <Button tone="main" busy={busy} onPress={() => void fetchIt()}>
            {w.closed.download}
          </Button>
        ) : (
          <p>{w.closed.notShared}</p>
        )}
        {failed ? (
          <Notice tone="alarm">
            <p>{w.closed.failed}</p>
          </Notice>
        ) : null}
        {plein === null ? null : <p className="help">{w.closed.until(date(plein.retainUntil))}</p>}
      </section>
    </div>
  )
}
