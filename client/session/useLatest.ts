import { type RefObject, useEffect, useRef } from 'react'

/** What stands there by the time an answer comes: fast fingers have gone on (L4). */
export const useLatest = <T>(value: T): RefObject<T> => {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
