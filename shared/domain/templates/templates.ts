/** Programmes to start from. Each is copied into the Plein and changed there. */
import type { NewPhase } from '../programme/phase.ts'
import type { Locale } from '../state.ts'
import { fourV } from './fourV.ts'
import { halfDay } from './halfDay.ts'
import { hour } from './hour.ts'
import { questionBurst } from './questionBurst.ts'
import type { Template } from './template.ts'

export type TemplateName = 'half-day' | 'four-v' | 'hour' | 'question-burst'

export const templates: Record<TemplateName, Template> = { 'half-day': halfDay, 'four-v': fourV, hour, 'question-burst': questionBurst }
export const templateNames = Object.keys(templates) as TemplateName[]

/** The phases of a template in the language of the Plein. */
export const programmeOf = (name: TemplateName, locale: Locale): NewPhase[] =>
  templates[name].map(({ kind, title, prompt, settings }) => ({
    kind,
    title: title?.[locale] ?? null,
    settings: { ...settings, ...(prompt ? { prompt: prompt[locale] } : {}) },
  }))
