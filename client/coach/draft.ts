import { useState } from 'react'

const read = (place: string): string => {
  try {
    return localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

/** Text that somebody is typing, kept on this device so that a reload or another sheet does not lose it. `name` is unique within the Plein. */
export const useDraft = (plein: string, name: string): [string, (text: string) => void] => {
  const place = `draft:${plein}:${name}`
  const [text, setText] = useState(() => read(place))
  const keep = (next: string) => {
    setText(next)
    try {
      if (next === '') localStorage.removeItem(place)
      else localStorage.setItem(place, next)
    } catch {}
  }
  return [text, keep]
}
