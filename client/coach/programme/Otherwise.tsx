import { useEffect, useRef } from 'react'
import { phaseKinds } from '../../../shared/domain/phases/kinds.ts'
import { useDesk } from '../desk.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { MoveButton } from './MoveButton.tsx'

const spots = new Set(phaseKinds.map((kind) => `play:${kind}`))

/** Any kind, at once; the second tap plays it with its defaults, and the tapped button is the way back for ten seconds. */
export const Otherwise = ({ onDone }: { onDone: () => void }) => {
  const w = useCoachWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const played = useRef(false)
  const here = desk.moved !== null && spots.has(desk.moved.spot)
  useEffect(() => {
    if (here) played.current = true
    else if (played.current) onDone()
  }, [here, onDone])
  return (
    <>
      <h2>{w.rail.otherwise}</h2>
      <p className="help">{w.rail.otherwiseHelp}</p>
      <ul className="kinds">
        {phaseKinds.map((kind) => (
          <li key={kind}>
            <MoveButton spot={`play:${kind}`} command={{ type: 'phase.play', kind }} why={whyNot('phase.play')}>
              {w.kinds[kind]}
            </MoveButton>
          </li>
        ))}
      </ul>
    </>
  )
}
