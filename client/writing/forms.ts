import { useCallback, useState } from 'react'
import { asked } from '../../shared/domain/phases/asked.ts'
import type { Collected } from '../../shared/domain/state.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { draftNames, readDraft } from '../session/drafts.ts'

/** A place to write: what, for which phase. Its name is also the name of its draft. */
export type Form = { name: string; phase: string; as: Collected }
/** Drafts that stand beside the text, under the name of the form: of a commitment. (`by`: of an earlier version.) */
export const parts = ['/who', '/by', '/day', '/if', '/then'] as const
/** Of an own text that is being changed. */
export const editDraft = (key: string): string => `edit/${key}`
const prefix = 'write'
const formOf = (phase: string, as: Collected): Form => ({ name: `${prefix}/${phase}/${as}`, phase, as })
const formsOf = (phase: (PhaseEntry & { id: string }) | null): Form[] =>
  phase === null ? [] : asked[phase.kind].map((as) => formOf(phase.id, as))

/** Forms that an earlier page left half-written. */
const leftBehind = (plein: string): Form[] =>
  [...new Set(draftNames(plein).map((name) => name.split('/', 3).join('/')))].flatMap((name) => {
    const [start, phase, as] = name.split('/') as [string, string, Collected]
    const form = { name, phase, as }
    return start === prefix && written(plein, form) ? [form] : []
  })
/** Half a commitment may be its day. */
const written = (plein: string, form: Form): boolean =>
  ['', '/who', '/day'].some((part) => readDraft(plein, form.name + part).trim() !== '')

/** What to write now, and what was half-written when the room moved on: that stays, with its words and the cursor in it. */
export const useForms = (
  plein: string,
  phase: (PhaseEntry & { id: string }) | null,
  open: boolean,
): { forms: readonly Form[]; done: (form: Form) => void } => {
  const now = open ? formsOf(phase) : []
  const key = now.map((form) => form.name).join(' ')
  const [seen, setSeen] = useState({ key: '', forms: leftBehind(plein) })
  let { forms } = seen
  if (seen.key !== key) {
    const isNow = (form: Form) => now.some((it) => it.name === form.name)
    const kept = forms.filter((form) => isNow(form) || written(plein, form))
    forms = [...kept, ...now.filter((form) => !kept.some((it) => it.name === form.name))]
    setSeen({ key, forms })
  }
  const done = useCallback(
    (form: Form) => {
      if (!key.split(' ').includes(form.name)) setSeen((old) => ({ ...old, forms: old.forms.filter((it) => it.name !== form.name) }))
    },
    [key],
  )
  return { forms, done }
}
