import { Button } from '../parts/Button.tsx'
import { Bar } from '../writing/Bar.tsx'
import type { Stop } from './joining.ts'
import { LinesLink } from './Lines.tsx'
import { usePhoneWords } from './words.ts'

/** The door does not open: why, what to do, and one button to try again. */
export const Stopped = ({
  stop,
  busy,
  onAgain,
  onCode,
}: {
  stop: Stop
  busy: boolean
  onAgain: () => void
  onCode: (() => void) | null
}) => {
  const w = usePhoneWords()
  const said = w.join.stops[stop]
  return (
    <>
      <div role="alert" className="stopped">
        <h1>{said.heading}</h1>
        <p>{said.help}</p>
      </div>
      {stop === 'unreachable' ? <LinesLink /> : null}
      <Bar>
        <div className="thumb">
          {onCode === null ? null : <Button onPress={onCode}>{w.join.typeCode}</Button>}
          {stop === 'closed' ? null : (
            <Button tone="main" busy={busy} onPress={onAgain}>
              {busy ? w.join.busy : w.join.again}
            </Button>
          )}
        </div>
      </Bar>
    </>
  )
}
