import { useEntry, usePhase } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import { useDeskWords } from './deskWords.ts'
import { useProgramme } from './model.ts'
import { usePhaseName } from './programme/phaseName.ts'

export type Unfolded = 'rail' | 'side' | null

/** On a narrow tablet the programme and the screen are folded away, one tap each. Not there where they have a column of their own. */
export const Folds = ({ unfolded, onUnfold }: { unfolded: Unfolded; onUnfold: (part: Unfolded) => void }) => {
  const w = useDeskWords()
  const phase = usePhase()
  const nameOf = usePhaseName()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current')
  const at = programme.findIndex((one) => one.id === current) + 1
  const waiting = useCrowd()?.waiting ?? 0
  const parts: [Exclude<Unfolded, null>, string][] = [
    ['rail', phase === null ? w.rail.heading : w.rail.folded(nameOf(phase), at, programme.length)],
    ['side', waiting === 0 ? w.side.folded : w.manage.waiting(waiting)],
  ]
  return (
    <div className="folds">
      {parts.map(([part, name]) => (
        <button
          key={part}
          type="button"
          className="button button-plain"
          aria-expanded={unfolded === part}
          onClick={() => onUnfold(unfolded === part ? null : part)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
