import { useDraft } from '../session/useDraft.ts'
import { coming } from './wish.ts'

/** What the form fills in itself until somebody chooses. */
export const choices = ['template', 'locale', 'perspectives', 'meeting', 'retain'] as const

/** `null`: nothing was chosen. What was emptied is a choice too, and an empty draft is none, so a sign goes before it. */
export const useChoice = (name: (typeof choices)[number]): [string | null, (text: string) => void] => {
  const [text, keep] = useDraft(coming, name)
  return [text === '' ? null : text.slice(1), (chosen) => keep(`=${chosen}`)]
}
