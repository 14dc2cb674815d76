import { useState } from 'react'
import { useSharedWords } from '../parts/words.ts'
import { useLater } from '../session/later.ts'
import { useFramings } from '../session/useDocument.ts'
import { pagesLater } from './later.ts'

/** The way of the question, drawn when somebody asks for it. */
export const Path = () => {
  const shared = useSharedWords()
  const links = useFramings().length
  const [asked, setAsked] = useState(false)
  const come = useLater(pagesLater, asked)
  if (links < 2) return null
  return (
    <details className="group path" onToggle={(event) => event.currentTarget.open && setAsked(true)}>
      <summary>{shared.chain.heading}</summary>
      {come === null || !asked ? null : <come.Chain folded />}
    </details>
  )
}
