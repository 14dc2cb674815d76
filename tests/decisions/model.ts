/** Who may do what, written down a second time, by hand and in another way than the product has it: a table to read, and the rows that hang on
 *  more than the stage. Nothing here asks the rules. */
import type { Command, CommandType } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Plein, Role } from '../../shared/domain/state.ts'

export const stages = ['prepared', 'open', 'closed', 'sealed', 'deleted'] as const
export type Stage = (typeof stages)[number]
/** Everybody who could ask, the room itself included. */
export type Asker = Role | 'server'

/** c coach, o owner, p participant, s screen, g organiser, ! the room itself; while ideas are collected, with every setting as it comes. */
export const whoMay = `
command          prepared  open  closed  sealed  deleted
plein.open       c         -     -       -       -
plein.close      -         c     -       -       -
plein.reopen     -         -     c       -       -
plein.set        cg        cg    g       g       -
door.set         c         c     -       -       -
outcome.set      -         c     c       c       -
phase.enter      -         c     -       -       -
phase.next       -         c     -       -       -
phase.back       -         c     -       -       -
phase.resume     -         c     -       -       -
phase.play       -         c     -       -       -
phase.insert     c         c     -       -       -
phase.repeat     -         c     -       -       -
phase.edit       c         c     -       -       -
phase.move       c         c     -       -       -
phase.skip       c         c     -       -       -
phase.remove     c         c     -       -       -
timer.start      -         c     -       -       -
timer.add        -         c     -       -       -
timer.pause      -         c     -       -       -
timer.resume     -         c     -       -       -
timer.stop       -         c     -       -       -
screen.show      c         c     c       -       -
idea.post        -         p     -       -       -
idea.edit        -         cop   -       -       -
idea.withdraw    -         cop   cop     -       -
idea.place       -         -     -       -       -
mine             -         cop   cop     -       -
idea.enter       -         c     -       -       -
ideas.release    -         c     -       -       -
edit.release     -         c     -       -       -
edit.drop        -         c     -       -       -
idea.hide        -         c     c       -       -
idea.show        -         c     c       -       -
seat.mute        -         c     -       -       -
card.seal        -         op    -       -       -
card.allow       -         op    -       -       -
card.withdraw    -         op    op      -       -
card.ask         -         c     -       -       -
card.aside       -         c     c       -       -
card.release     -         c     -       -       -
ideas.assign     -         c     -       -       -
cluster.create   c         c     -       -       -
cluster.rename   c         c     -       -       -
cluster.merge    c         c     -       -       -
cluster.split    -         c     -       -       -
cluster.remove   c         c     -       -       -
cluster.open     c         c     -       -       -
cluster.ask      -         c     -       -       -
cluster.verify   -         cop   -       -       -
undo             c         c     c       -       -
round.open       -         -     -       -       -
ballot.cast      -         p     -       -       -
ballot.enter     -         c     -       -       -
ballot.remove    -         c     -       -       -
round.close      -         c     -       -       -
round.reopen     -         c     -       -       -
round.reveal     -         c     c       -       -
round.ask        -         c     -       -       -
condition.post   -         p     -       -       -
condition.enter  -         c     -       -       -
framing.adopt    c         c     -       -       -
framing.correct  c         c     -       -       -
text.earlier     co        co    co      co      -
intake.widen     co        co    co      -       -
owner.mark       -         o     o       -       -
owner.word       -         -     o       -       -
word.hide        -         c     c       -       -
seat.perspective -         p     -       -       -
seat.ready       -         op    -       -       -
seat.hand        -         op    -       -       -
tap.set          -         p     -       -       -
link.rotate      c         c     c       c       -
door.admit       c         c     -       -       -
door.refuse      c         c     -       -       -
screen.admit     c         c     c       c       -
device.end       c         c     c       c       -
time.passed      !         !     !       !       -
`
const letters: Record<Asker, string> = { coach: 'c', owner: 'o', participant: 'p', screen: 's', organiser: 'g', server: '!' }
const rows = new Map(
  whoMay
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [type, ...cells] = line.split(/ +/)
      return [type as CommandType, new Map(stages.map((stage, place) => [stage, cells[place] ?? '-']))]
    }),
)
const inTable = (type: CommandType, role: Asker, stage: Stage): boolean => rows.get(type)?.get(stage)?.includes(letters[role]) ?? false

/** Refusals that mean that the table does not allow it; any other comes from the rules behind it. */
export const barred: ReadonlySet<string> = new Set([
  'not-allowed',
  'not-now',
  'plein-not-open',
  'plein-open',
  'plein-closed',
  'plein-sealed',
  'plein-unknown',
  'may-not-post',
  'owner-listens',
  'authors-do-not-place',
  'not-asked',
])

const people: readonly Asker[] = ['coach', 'owner', 'participant']
const collecting: readonly PhaseKind[] = ['checkin', 'ideas', 'burst', 'reframe', 'harvest']
/** Rounds in which the room writes what it thinks. */
const writing: readonly string[] = ['ideas', 'burst']
const before: readonly Stage[] = ['prepared', 'open']

export const stageOf = ({ stage, sealed }: Plein): Stage => (stage === 'closed' && sealed ? 'sealed' : stage)
const kindNow = ({ phases, current }: Plein): PhaseKind | null => (current === null ? null : (phases.get(current)?.kind ?? null))
/** The last grouping phase that was entered says who groups. */
const authorsGroup = ({ played, phases }: Plein): boolean => {
  const grouping = played.filter(({ kind }) => kind === 'cluster').at(-1)
  return grouping !== undefined && phases.get(grouping.phase)?.settings.whoGroups === 'authors'
}

/** That one question; for the list, any: `still`, one that is being asked. */
const wasAsked = ({ rounds }: Plein, command: Command | null, still: boolean): boolean =>
  [...rounds.values()].some(({ id, asks }) =>
    asks.some(({ item, asked }) =>
      command !== null && 'round' in command && 'item' in command ? command.round === id && command.item === item : asked || !still,
    ),
  )

/** Rows that hang on more than role and stage. `command` is `null` for the list of what one may do. */
const more: Partial<Record<CommandType, (plein: Plein, role: Asker, command: Command | null) => boolean>> = {
  // Also late, for a phase that is over; of a phase that is none, or collects nothing, the rules speak.
  'idea.post': (plein, role, command) => {
    if (stageOf(plein) !== 'open' || !people.includes(role)) return false
    const admits = (id: string): boolean => (plein.phases.get(id)?.settings.whoPosts.some((one) => one === role) ?? false) && !listens(id)
    // The owner says nothing in the round of writing that was entered first, nor beforehand in one that was not entered yet.
    const listens = (id: string): boolean => {
      if (role !== 'owner' || !plein.settings.ownerListens || !writing.includes(plein.phases.get(id)?.kind ?? 'pause')) return false
      const turns = plein.played.filter(({ kind }) => writing.includes(kind)).map(({ phase }) => phase)
      return turns.indexOf(id) < 1
    }
    const collects = (id: string): boolean => collecting.includes(plein.phases.get(id)?.kind ?? 'pause')
    if (command?.type === 'idea.post') return !collects(command.phase) || admits(command.phase)
    const now = plein.current
    return now !== null && collects(now) ? admits(now) : [...plein.phases.keys()].some((id) => collects(id) && admits(id))
  },
  // From the first harvest on, whatever phase it is now; when it is closed, anyhow.
  'owner.word': (plein, role) =>
    role === 'owner' && (stageOf(plein) === 'closed' || (stageOf(plein) === 'open' && plein.played.some(({ kind }) => kind === 'harvest'))),
  'idea.place': (plein, role) => stageOf(plein) === 'open' && people.includes(role) && authorsGroup(plein),
  // The owner says how a question burst feels, and gives no pulse.
  // The pulse at any moment; what belongs to a phase while that one is going on. Of an unknown phase the rules speak.
  'tap.set': (plein, role, command) => {
    if (stageOf(plein) !== 'open' || (role !== 'participant' && role !== 'owner')) return false
    if (command?.type !== 'tap.set') return role === 'participant' || kindNow(plein) === 'burst'
    if (command.on === 'pulse') return role === 'participant'
    if (command.on === 'resonance' && role === 'owner') return false
    if (!plein.phases.has(command.phase)) return true
    return command.phase === plein.current && kindNow(plein) === (command.on === 'resonance' ? 'write' : 'burst')
  },
  'round.open': (plein, role) => role === 'coach' && stageOf(plein) === 'open' && kindNow(plein) === 'vote',
  // Phones are asked while a question stands; whoever was writing, and the coach with a slip, may be later than that.
  'condition.post': (plein, role, command) => role === 'participant' && stageOf(plein) === 'open' && wasAsked(plein, command, true),
  'condition.enter': (plein, role, command) => role === 'coach' && stageOf(plein) === 'open' && wasAsked(plein, command, false),
  'framing.adopt': (plein, role) =>
    before.includes(stageOf(plein)) && (role === 'coach' || (role === 'owner' && plein.settings.ownerAdopts)),
  undo: (plein, role) =>
    [...before, 'closed'].includes(stageOf(plein)) && (role === 'coach' || (role === 'owner' && plein.settings.ownerAdopts)),
  // The date is the organiser's; anything else is for before and during it.
  'plein.set': (plein, role, command) => {
    if (!inTable('plein.set', role, stageOf(plein))) return false
    if (command?.type !== 'plein.set') return true
    if (command.retainUntil !== undefined && role !== 'organiser') return false
    const only = command.retainUntil !== undefined && command.title === undefined && command.settings === undefined
    return only || before.includes(stageOf(plein))
  },
}

/** Whether the table lets this through; what the rules then say is another matter. */
export const allows = (plein: Plein, role: Asker, command: Command): boolean =>
  more[command.type]?.(plein, role, command) ?? inTable(command.type, role, stageOf(plein))

export const listed = (plein: Plein, role: Asker): CommandType[] =>
  [...rows.keys()].filter((type) => more[type]?.(plein, role, null) ?? inTable(type, role, stageOf(plein)))
