import { useLaterSharedWords } from './laterWords.ts'
import { type Each, Shared, type Tool } from './Shared.tsx'
import { useCatalysts } from './useCatalysts.ts'

/** What was asked in a question burst, and which of it became the question. */
export const Questions = ({ phase = null, tool, each }: { phase?: string | null; tool?: Tool; each?: Each }) => {
  const w = useLaterSharedWords()
  const chosen = useCatalysts()
  return (
    <Shared
      as="question"
      phase={phase}
      heading={w.board.questions}
      tool={tool}
      each={each}
      note={(id) => (chosen.has(id) ? w.burst.catalyst : null)}
    />
  )
}
