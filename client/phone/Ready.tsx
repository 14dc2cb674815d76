import { Button } from '../parts/Button.tsx'
import { Mark } from '../parts/Mark.tsx'
import { useAct } from '../session/useAct.ts'
import { useMay, useOwn } from '../session/useSeat.ts'
import { usePhoneWords } from './words.ts'

/** "Klaar", for this phase and until it is taken back. It only counts: nobody is told who. */
export const Ready = ({ phase }: { phase: string }) => {
  const w = usePhoneWords()
  const may = useMay()
  const own = useOwn()
  const { act, busy } = useAct()
  if (!may('seat.ready')) return null
  const ready = own.ready === phase
  return (
    <Button pressed={ready} busy={busy} onPress={() => void act({ type: 'seat.ready', phase, ready: !ready })}>
      {ready ? <Mark shape="done" /> : null}
      {w.signals.ready}
    </Button>
  )
}
