import { useEffect, useState } from 'react'

const rest = 2000

/** Whether the pointer has lain still for a while: on a screen that a room looks at it is in the way. */
export const usePointerRest = (): boolean => {
  const [resting, setResting] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = () => {
      setResting(false)
      clearTimeout(timer)
      timer = setTimeout(() => setResting(true), rest)
    }
    addEventListener('pointermove', moved)
    return () => {
      removeEventListener('pointermove', moved)
      clearTimeout(timer)
    }
  }, [])
  return resting
}
