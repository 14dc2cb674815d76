import { useState } from 'react'
import { keepDraft, readDraft } from '../session/drafts.ts'
import { coming } from './wish.ts'

/** What the form fills in itself until somebody chooses. */
const names = ['template', 'locale', 'perspectives', 'meeting', 'retain'] as const
type Name = (typeof names)[number]

/** Read once, when the form opens: what is chosen in another tab is about another Plein. */
export const useChoices = () => {
  const [texts, setTexts] = useState(() => Object.fromEntries(names.map((name) => [name, readDraft(coming, name)])) as Record<Name, string>)
  return {
    /** `null`: nothing was chosen. What was emptied is a choice too, and an empty draft is none, so a sign goes before it. */
    chosen: (name: Name): string | null => (texts[name] === '' ? null : texts[name].slice(1)),
    choose: (name: Name, chosen: string): void => {
      const text = `=${chosen}`
      setTexts((before) => ({ ...before, [name]: text }))
      keepDraft(coming, name, text)
    },
    /** What another tab chose stays. */
    forget: (): void => {
      for (const name of names) if (readDraft(coming, name) === texts[name]) keepDraft(coming, name, '')
    },
  }
}
