import { useChange } from '../parts/Change.tsx'
import { useDilemma } from '../session/useDocument.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import '../styles/wording.css'

/** Under a wording that is voted on: that it is the question of now, or what differs from it. */
export const Wording = ({ words }: { words: string }) => {
  const w = useLaterWords()
  const now = useDilemma()?.text ?? null
  const change = useChange(now, words)
  if (now === null) return null
  if (change === null) return <p className="help">{now === words ? w.wording.now : w.wording.wholly}</p>
  return (
    <details className="wording">
      <summary>{w.wording.differs}</summary>
      <p className="said">
        {change.map(({ kind, text }, at) => {
          if (kind === 'same' || text.trim() === '') return text
          const key = `${kind} ${at}`
          return kind === 'lost' ? (
            <del key={key}>{text}</del>
          ) : (
            <ins key={key} className="chalked">
              {text}
            </ins>
          )
        })}
      </p>
    </details>
  )
}
