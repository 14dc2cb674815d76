import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseId } from '../../shared/domain/state.ts'

/** All that say of which phase they are, or it does not compile. */
const ofPhase: { [C in Command as 'during' extends keyof C ? C['type'] : never]: true } = {
  'phase.enter': true,
  'phase.next': true,
  'phase.back': true,
  'phase.resume': true,
  'phase.play': true,
  'phase.repeat': true,
  'timer.start': true,
  'timer.add': true,
  'timer.pause': true,
  'timer.resume': true,
  'timer.stop': true,
  'screen.show': true,
  'round.open': true,
  'seat.hand': true,
}

/** With the phase that stood on the page when it was pressed. Two who press at once, or a line that was away, would else move the room twice. */
export const aimed = (command: Command, current: PhaseId | null | undefined): Command =>
  current === undefined || !(command.type in ofPhase) || 'during' in command ? command : ({ ...command, during: current } as Command)
