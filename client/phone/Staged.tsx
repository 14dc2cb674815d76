import { useEffect, useState } from 'react'
import { useStage } from '../session/useStage.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { ReadAloud } from './ReadAloud.tsx'
import '../styles/staged.css'

/** Milliseconds without a letter: then it is said to who listens, and not while it comes. */
const calm = 3000

/** The words as they come, and nothing else. */
export const StagedInWords = () => {
  const w = useLaterWords()
  const text = useStage()?.text.trim() ?? ''
  return text === '' ? <p className="help">{w.staged.none}</p> : <p className="card said staged">{text}</p>
}

/** What is being written before the room, on the phone of everybody in it. */
export const Staged = () => {
  const w = useLaterWords()
  const text = useStage()?.text.trim() ?? ''
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), calm)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <section aria-labelledby="staged">
      <h2 id="staged">{w.staged.heading}</h2>
      <StagedInWords />
      <p className="for-ears" role="status">
        {said}
      </p>
      <ReadAloud what={w.staged.aloud} texts={text === '' ? [] : [text]} />
    </section>
  )
}
