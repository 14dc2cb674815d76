import type { Command } from '../../shared/domain/commands.ts'
import type { WireError } from '../../shared/wire/messages.ts'

/** The phase in which a move was to end; of what is played at once nobody knows it before. */
const goal = (command: Command): string | undefined =>
  command.type === 'phase.enter' ? command.phase : 'to' in command && command.type !== 'intake.widen' ? command.to : undefined

/** Another coach was first, or the same press came twice: what was wanted stands on the page, and a sentence would only alarm. */
export const isSo = (command: Command, error: WireError): boolean => {
  switch (error.code) {
    case 'nothing-changed':
    case 'step-undone':
      return true
    case 'room-moved':
      return error['phase'] === goal(command)
    case 'phase-current':
      return command.type === 'phase.enter'
    case 'timer-not-running':
      return command.type === 'timer.pause' || command.type === 'timer.stop'
    default:
      return false
  }
}
