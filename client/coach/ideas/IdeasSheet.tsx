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
  const here = phase?.id ?? null
  const [chosen, setChosen] = useState<{ phase: string | null; as: (typeof both)[number] } | null>(null)
  // A choice holds for the phase in which it was made: the next phase asks for something else.
  const as = chosen?.phase === here ? chosen.as : phase?.kind === 'checkin' ? 'checkin' : 'idea'
  return (
    <>
      <fieldset className="segments">
        <legend className="for-ears">{w.ideasSheet.which}</legend>
        {both.map((one) => (
          <label key={one}>
            <input type="radio" name="contribution" checked={as === one} onChange={() => setChosen({ phase: here, as: one })} />
            <span>
              {w.contributions[one]} <b>{cards.filter((card) => card.as === one).length}</b>
            </span>
          </label>
        ))}
      </fieldset>
      <EnterForm key={`enter-${as}`} kinds={as === 'idea' ? ['idea', 'checkin'] : ['checkin', 'idea']} />
      <ReleasePanel key={as} as={as} />
    </>
  )
}
