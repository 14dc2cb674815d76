/** Settings of the whole Plein, made ready to keep. */
import { checkName } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { Refusal } from '../refusals.ts'
import type { PleinSettings } from '../state.ts'

export const defaultSettings: PleinSettings = { perspectives: [], ownerAdopts: false, ownerListens: true, address: null }

type Wanted = { ok: true; settings: Partial<PleinSettings> } | { ok: false; refusal: Refusal }

/** Absent stays absent. A perspective named twice is one perspective. */
export const readySettings = (given: Partial<PleinSettings>): Wanted => {
  const settings: Partial<PleinSettings> = {}
  if (given.perspectives !== undefined) {
    const perspectives = new Set<string>()
    for (const raw of given.perspectives) {
      const checked = checkName(raw, lengths.name)
      if (!checked.ok) return checked
      perspectives.add(checked.text)
    }
    settings.perspectives = [...perspectives]
  }
  if (given.ownerAdopts !== undefined) settings.ownerAdopts = given.ownerAdopts
  if (given.ownerListens !== undefined) settings.ownerListens = given.ownerListens
  if (given.address !== undefined) settings.address = given.address
  return { ok: true, settings }
}
