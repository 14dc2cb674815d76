import { useState } from 'react'
import { type Form, useForms } from '../writing/forms.ts'
import type { Scene } from './held.ts'

export type Desk = {
  /** The one that is open on the page. */
  active: Form | null
  /** What this phase asks for; more than one is a choice. */
  choices: readonly Form[]
  /** Half-written for an earlier phase. */
  kept: readonly Form[]
  /** It was asked for by its writer, so it may take the cursor. */
  asked: boolean
  open: (form: Form | null) => void
  done: (form: Form) => void
}

/** One text at a time: that of the phase, or a half-written one that its writer takes up again. */
export const useForm = (plein: string, phase: Scene['phase'], open: boolean): Desk => {
  const { forms, done } = useForms(plein, phase, open)
  const [chosen, choose] = useState<string | null>(null)
  const choices = forms.filter((form) => open && form.phase === phase?.id)
  const kept = forms.filter((form) => !choices.includes(form))
  // Of a phase in which others write now, and before and after the Plein, none can be sent.
  const asked = phase === null ? undefined : forms.find((form) => form.name === chosen && (open || form.phase !== phase.id))
  return {
    active: asked ?? choices[0] ?? null,
    choices,
    kept,
    asked: asked !== undefined,
    open: (form) => choose(form?.name ?? null),
    done: (form) => {
      if (!choices.includes(form)) choose(null)
      done(form)
    },
  }
}
