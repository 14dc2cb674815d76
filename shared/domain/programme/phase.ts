/** A phase, made new or from another one. */
import { checkName, checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { kinds } from '../phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../phases.ts'
import type { Refusal } from '../refusals.ts'
import type { Phase, PhaseId } from '../state.ts'

/** `undefined` is the same as absent. */
export type NewPhase = { kind: PhaseKind; title?: string | null | undefined; settings?: Loose<PhaseSettings> | undefined }
type Loose<T> = { [K in keyof T]?: T[K] | undefined }
export type Texts = { title?: string | null; settings?: Partial<PhaseSettings> }
type Wording = { ok: true; texts: Texts } | { ok: false; refusal: Refusal }

/** Title and prompt made ready to keep; an empty one means "the standard word" and becomes `null`. Absent stays absent. */
export const wording = ({ title, settings }: Omit<NewPhase, 'kind'>): Wording => {
  const texts: Texts = {}
  if (title !== undefined) {
    const checked = title === null || title.trim() === '' ? null : checkName(title, lengths.title)
    if (checked && !checked.ok) return checked
    texts.title = checked?.text ?? null
  }
  if (settings) {
    texts.settings = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
    if (settings.whoPosts) texts.settings.whoPosts = [...new Set(settings.whoPosts)]
    if (typeof settings.prompt === 'string') {
      const checked = settings.prompt.trim() === '' ? null : checkText(settings.prompt, lengths.prompt)
      if (checked && !checked.ok) return checked
      texts.settings.prompt = checked?.text ?? null
    }
  }
  return { ok: true, texts }
}

export const newPhase = (id: PhaseId, kind: PhaseKind, { title, settings }: Texts): Phase => ({
  id,
  kind,
  title: title ?? null,
  settings: { ...kinds[kind].defaults, ...settings },
  played: 0,
  skipped: false,
  repeats: null,
})

/** The state is written in place; the event in the log must stay as it was. */
export const copied = (phase: Phase): Phase => ({ ...phase, settings: { ...phase.settings } })

/** Part of the programme, also when it repeats what was put in between. */
export const repetition = (id: PhaseId, { interlude: _, ...phase }: Phase): Phase => ({
  ...copied(phase),
  id,
  played: 0,
  skipped: false,
  repeats: phase.repeats ?? phase.id,
})
