import type { ReactNode } from 'react'
import { Button } from '../parts/Button.tsx'
import { Mark } from '../parts/Mark.tsx'
import { useAct } from '../session/useAct.ts'
import { usePhase } from '../session/useDocument.ts'
import { useCrowd, useMay, useOwn } from '../session/useSeat.ts'
import { usePhoneWords } from './words.ts'

/** A raised hand, and how many are ready or have one raised. Counts, never who. */
export const Signals = ({ ready, children }: { ready: boolean; children?: ReactNode }) => {
  const w = usePhoneWords()
  const may = useMay()
  const own = useOwn()
  const crowd = useCrowd()
  const phase = usePhase()
  const { act, busy } = useAct()
  if (!may('seat.hand')) return null
  const counts = [ready && crowd?.ready ? w.signals.areReady(crowd.ready) : '', crowd?.hands ? w.signals.hands(crowd.hands) : '']
  return (
    <section className="signals">
      <Button
        pressed={own.hand}
        busy={busy}
        onPress={() => void act({ type: 'seat.hand', up: !own.hand, ...(phase === null ? {} : { during: phase.id }) })}
      >
        {own.hand ? <Mark shape="done" /> : null}
        {w.signals.hand}
      </Button>
      <p className="help">{[own.hand ? w.signals.up : '', ...counts].filter((part) => part !== '').join(' ')}</p>
      {children}
    </section>
  )
}
