/** Title, settings and how long it is kept. */
import { checkName } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import type { LifeEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { same } from '../same.ts'
import { signed } from '../signed.ts'
import type { PleinSettings } from '../state.ts'
import { startOfDay } from './create.ts'
import { readySettings } from './settings.ts'

type Change = Pick<Extract<LifeEvent, { type: 'plein.set' }>, 'title' | 'settings' | 'retainUntil'>

export const set: Decide<CommandOf<'plein.set'>> = (plein, actor, command, world) => {
  const change: Change = {}
  if (command.title !== undefined) {
    const title = checkName(command.title, lengths.title)
    if (!title.ok) return title
    if (title.text !== plein.title) change.title = title.text
  }
  if (command.settings !== undefined) {
    const ready = readySettings(command.settings)
    if (!ready.ok) return ready
    const wanted = Object.entries(ready.settings).filter(([name, value]) => !same(value, plein.settings[name as keyof PleinSettings]))
    if (wanted.length > 0) change.settings = Object.fromEntries(wanted)
  }
  if (command.retainUntil !== undefined) {
    const retainUntil = startOfDay(command.retainUntil)
    // Whoever practises was told that it is gone after a day.
    if (plein.practice && retainUntil > plein.retainUntil) return refuse({ code: 'practice-ends' })
    if (retainUntil !== plein.retainUntil) change.retainUntil = retainUntil
  }
  if (Object.keys(change).length === 0) return refuse({ code: 'nothing-changed' })
  return accept([{ type: 'plein.set', ...change, ...signed(actor, world) }])
}
