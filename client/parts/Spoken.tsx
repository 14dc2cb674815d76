import { useEffect, useState } from 'react'
import { useReframing } from './useReframing.ts'
import { useSharedWords } from './words.ts'

/** One polite sentence when the question changes. */
export const Spoken = () => {
  const w = useSharedWords()
  const { now, before, moment } = useReframing()
  const sentence = moment === null || now === null || before === null ? '' : w.chain.spoken(before.text, now.text)
  const [said, setSaid] = useState('')
  // A region that is filled in the same breath as the page around it changes is not heard by every reader.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), 300)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <p className="for-ears" role="status">
      {said}
    </p>
  )
}
