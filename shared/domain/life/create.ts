/** The first event of a Plein, for the organiser. */
import { checkName, checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { accept, type Decision } from '../decision.ts'
import { type NewPhase, newPhase, wording } from '../programme/phase.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import type { Framing, Locale, Moment, Phase, PleinSettings } from '../state.ts'
import { programmeOf, type TemplateName } from '../templates/templates.ts'
import type { World } from '../world.ts'
import { keptDays } from './kept.ts'
import { defaultSettings, readySettings } from './settings.ts'

export type NewPlein = {
  title: string
  /** As presented; the first link of the question chain. */
  dilemma: string
  locale?: Locale
  /** Name of a template, or the phases themselves; absent: the Plein of half a day. */
  programme?: TemplateName | NewPhase[]
  settings?: Partial<PleinSettings>
  /** Start of the day (UTC) after which everything is deleted; absent: in 90 days. */
  retainUntil?: Moment
  /** A Plein to practise with: marked on every view, and gone after 24 hours. */
  practice?: boolean
}

const day = 86_400_000
const kept = keptDays.plein * day

/** The start, in UTC, of the day in which this moment lies. */
export const startOfDay = (moment: Moment): Moment => Math.floor(moment / day) * day

/** Accepted with one event, `plein.created`. */
export const create = (given: NewPlein, world: World): Decision => {
  const title = checkName(given.title, lengths.title)
  if (!title.ok) return title
  const dilemma = checkText(given.dilemma, lengths.framing)
  if (!dilemma.ok) return dilemma
  const ready = readySettings(given.settings ?? {})
  if (!ready.ok) return ready
  const locale = given.locale ?? 'nl'
  const planned = planPhases(given.programme ?? 'half-day', locale, world)
  if (!planned.ok) return planned
  const signature = signed({ role: 'organiser', seat: null }, world)
  const framing: Framing = {
    id: world.id(),
    text: dilemma.text,
    order: 0,
    sources: [],
    by: 'organiser',
    at: signature.at,
    phase: null,
    undone: false,
  }
  return accept([
    {
      type: 'plein.created',
      title: title.text,
      locale,
      retainUntil: given.practice ? world.now() + day : startOfDay(given.retainUntil ?? world.now() + kept),
      settings: { ...defaultSettings, ...ready.settings },
      phases: planned.phases,
      framing,
      ...(given.practice ? { practice: true as const } : {}),
      ...signature,
    },
  ])
}

const planPhases = (
  programme: TemplateName | NewPhase[],
  locale: Locale,
  world: World,
): { ok: true; phases: Phase[] } | { ok: false; refusal: Refusal } => {
  const planned = typeof programme === 'string' ? programmeOf(programme, locale) : programme
  if (planned.length > world.limits.phases) return refuse({ code: 'too-many-phases', maximum: world.limits.phases })
  const phases: Phase[] = []
  for (const one of planned) {
    const worded = wording(one)
    if (!worded.ok) return worded
    phases.push(newPhase(world.id(), one.kind, worded.texts))
  }
  return { ok: true, phases }
}
