import { useSharedWords } from './words.ts'
import '../styles/dots.css'

/** Given dots are chalk with an ink edge, free ones an outline; the number is said in words. */
export const Dots = ({ given, maximum }: { given: number; maximum: number }) => {
  const w = useSharedWords()
  return (
    <span className="dots" role="img" aria-label={w.dots.given(given, maximum)}>
      {Array.from({ length: Math.max(maximum, given) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no other name than their place
        <span key={at} className={at < given ? 'dot dot-given' : 'dot'} />
      ))}
    </span>
  )
}
