import { useLaterSharedWords } from './laterWords.ts'
import { useMoods } from './useMoods.ts'

/** How the question felt, in words: counts before and after, and never who. */
export const MoodLines = ({ phase }: { phase: string }) => {
  const w = useLaterSharedWords().burst
  const moods = useMoods(phase)
  return (['before', 'after'] as const).map((when) => {
    const counts = moods[when]
    return <p key={when}>{counts === null ? w.few(w.when[when]) : w.line(w.when[when], counts.heavy, counts.neutral, counts.light)}</p>
  })
}
