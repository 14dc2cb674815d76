import { useShownBeside } from '../stage/useShown.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { ShownInWords } from './ShownInWords.tsx'

/** What the screen shows now, in words. */
export const LookedAt = () => {
  const w = useLaterWords()
  const it = useShownBeside()
  if (it === null) return null
  const title = w.look.title(it)
  return (
    <div className="look-page">
      <p role="status">
        <strong>{title}</strong> {it.pages > 1 ? w.look.page(it.page + 1, it.pages) : null}
      </p>
      <ShownInWords it={it} />
    </div>
  )
}
