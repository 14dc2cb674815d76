import { EnterForm } from './ideas/EnterForm.tsx'
import { ReleasePanel } from './ideas/ReleasePanel.tsx'
import { OwnersWord } from './OwnersWord.tsx'
import { useCoachWords } from './words.ts'

export const HarvestSheet = () => {
  const w = useCoachWords()
  return (
    <>
      <h2>{w.harvest.heading}</h2>
      <p className="help">{w.harvest.help}</p>
      <EnterForm kinds={['commitment', 'closing']} />
      <ReleasePanel as="commitment" beside />
      <ReleasePanel as="closing" beside />
      <OwnersWord />
    </>
  )
}
