/** The commands that the rules only allow and the door carries out. Each is alone in its turn. */
import { whoseStep } from '../../shared/domain/framings/decide.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import type { PleinId } from '../../shared/domain/state.ts'
import type { Refused } from '../access/contract.ts'
import type { Acts, Log } from './contract.ts'
import type { Waiting } from './queue.ts'
import type { Turn } from './turn.ts'

/** A turn that conflicted is decided again, but what the door did stays done. */
const performed = new WeakMap<Waiting, Refusal | null>()

/** What only the machine knows about a command that the rules allow. Asked after them: before, its answer would tell whoever may not even ask
 *  which words stand in the circle of the room. */
export const unfit = (
  { command, role }: Pick<Waiting, 'command' | 'role'>,
  acts: Pick<Acts, 'says' | 'staged' | 'isAddress'>,
): Refusal | null => {
  const address = command.type === 'plein.set' && role !== 'server' ? command.settings?.address : null
  if (address && !acts.isAddress(address)) return { code: 'bad-command', problem: 'address' }
  // A step of the intake is no way around its circles.
  if (command.type === 'framing.adopt' && command.form === 'intake' && !acts.says(command.text, whoseStep(command, { role })))
    return { code: 'line-not-shared' }
  if (command.type === 'framing.adopt' && command.form === 'room' && !acts.staged(command.text)) return { code: 'stage-differs' }
  return null
}

/** Carries out what the turn allowed, once. `null`: done, or there is nothing to do; else the door refused. Never rejects. */
export const perform = async (turn: Turn, id: PleinId, { acts, log }: { acts: Acts; log: Log }): Promise<Refusal | null> => {
  const [only] = turn.answers
  // Refused, or without a commit because it was answered before: an act must not happen twice.
  if (!only?.answer.ok || turn.commit === null) return null
  const before = performed.get(only.waiting)
  if (before !== undefined) return before
  const refusal = await act(only.waiting, id, acts).catch((problem: unknown): Refusal => {
    // It costs one answer and not the room.
    log.error({ plein: id, command: only.waiting.command.type, problem: String(problem) }, 'what the rules allow could not be carried out')
    return { code: 'storage-failed' }
  })
  performed.set(only.waiting, refusal)
  return refusal
}

const act = async ({ command, seat }: Waiting, id: PleinId, acts: Acts): Promise<Refusal | null> => {
  if (command.type === 'screen.admit') return told(await acts.admit(id, command.code, command.role, seat))
  if (command.type === 'door.admit') return told(await acts.letIn(id, command.who, command.seen))
  if (command.type === 'door.refuse') return told(await acts.sendAway(id, command.seen))
  if (command.type === 'device.end') return told(await acts.endDevice(id, command.device, seat))
  if (command.type === 'intake.widen') return seat === null ? { code: 'storage-failed' } : acts.widen(seat, command)
  if (command.type !== 'link.rotate') return null
  // Code and ticket go to coaches and screens by `own`, never into an answer that is kept.
  if (command.role === 'participant') return told(await acts.rotateJoin(id))
  if (command.secret === undefined) return { code: 'bad-command', problem: 'secret: expected string' }
  return told(await acts.rotate(id, command.role, command.secret, seat))
}

const told = (result: { ok: true } | Refused): Refusal | null => (result.ok ? null : { code: result.code })
