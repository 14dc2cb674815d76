import { useState } from 'react'
import { usePhase } from '../../session/useDocument.ts'
import { useCards } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { EnterForm } from './EnterForm.tsx'
import { ReleasePanel } from './ReleasePanel.tsx'

const both = ['idea', 'checkin'] as const

export const IdeasSheet = () => {
  const w = useCoachWords()
  const phase = usePhase()
  const cards = useCards()
  const [as, setAs] = useState<(typeof both)[number]>(phase?.kind === 'checkin' ? 'checkin' : 'idea')
  return (
    <>
      <fieldset className="segments">
        <legend className="for-ears">{w.ideasSheet.which}</legend>
        {both.map((one) => (
          <label key={one}>
            <input type="radio" name="contribution" checked={as === one} onChange={() => setAs(one)} />
            <span>
              {w.contributions[one]} <b>{cards.filter((card) => card.as === one).length}</b>
            </span>
          </label>
        ))}
      </fieldset>
      <ReleasePanel key={as} as={as} />
      <EnterForm key={`enter-${as}`} kinds={as === 'idea' ? ['idea', 'checkin'] : ['checkin', 'idea']} />
    </>
  )
}
