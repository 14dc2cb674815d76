/** Socket.io: packets that are none, events nobody knows, commands and document frames of every wrong shape, with and without an answer asked. */
import { randomBytes } from 'node:crypto'
import { commandSchemas, parseCommand, type SentType } from '../../../shared/wire/commands.ts'
import { type Chance, oddValue } from '../chance.ts'
import type { Seat } from '../room.ts'
import { dial, enter, hungUp, type Wire } from '../wire.ts'
import type { Attack, Target } from './attack.ts'

const types = Object.keys(commandSchemas) as SentType[]
const fields = [
  'phase',
  'ideas',
  'idea',
  'cluster',
  'name',
  'text',
  'key',
  'keys',
  'as',
  'round',
  'dots',
  'kind',
  'settings',
  'title',
  'seconds',
  'locked',
  'shared',
  'from',
  'into',
  'show',
  'over',
  'secret',
  'role',
  'code',
  'perspective',
  'confirmed',
  'any',
  'open',
  'after',
  'sources',
]
const plausible: Record<string, unknown> = {
  ideas: ['a'.repeat(22)],
  idea: 'a'.repeat(22),
  phase: 'b'.repeat(22),
  cluster: null,
  key: 'c'.repeat(22),
  text: 'Meer bankjes',
  as: 'idea',
  dots: { x: 1 },
  role: 'coach',
}
const newId = (): string => randomBytes(16).toString('base64url')

/** A command of a type that exists, with fields that do not fit. */
const crooked = (chance: Chance): Record<string, unknown> => {
  const { pick, below, one } = chance
  const made: Record<string, unknown> = { id: one(12) ? oddValue(chance) : newId(), type: one(12) ? oddValue(chance) : pick(types) }
  for (let count = below(5); count > 0; count--) {
    const field = one(8) ? pick(['__proto__', 'constructor', 'toString', 'seat', 'extra']) : pick(fields)
    // Not by assignment: `__proto__` must become a field, as it does in JSON.
    Object.defineProperty(made, field, {
      value: one(3) ? (Object.hasOwn(plausible, field) ? plausible[field] : 'x') : oddValue(chance),
      enumerable: true,
      configurable: true,
    })
  }
  return made
}

/** Resolves when the packet with this number was answered, or the line is gone. */
const answered = (wire: Wire, packet: number): Promise<void> =>
  new Promise((resolve) => {
    wire.onText((text) => text.startsWith(`43${packet}[`) && resolve())
    wire.closed.then(resolve)
  })

const batch = 250

const message = (target: Target, chance: Chance, seat: Seat): { packet: string; expects: boolean } => {
  const { pick, one } = chance
  if (one(6)) {
    const document = one(3) ? oddValue(chance) : pick([...Object.values(target.room.documents), '__proto__', 'board~0', 'x'.repeat(300)])
    const data = one(3) ? oddValue(chance) : one(4) ? null : chance.bytes(400).toString('base64')
    return { packet: JSON.stringify(['doc', { document, data, ...(one(9) ? { closed: oddValue(chance) } : {}) }]), expects: false }
  }
  if (one(12))
    return {
      packet: JSON.stringify([pick(['commando', 'hello', 'bye', '', '__proto__', 'constructor']), oddValue(chance)]),
      expects: false,
    }
  let body: unknown = one(10) ? oddValue(chance) : crooked(chance)
  // What happens to be right is for the screen to say, which may do nothing; others say it with a field too many.
  if (seat.role !== 'screen' && parseCommand(JSON.parse(JSON.stringify(body))).ok) body = { ...(body as object), te: 'veel' }
  return { packet: JSON.stringify(['command', body, ...(one(20) ? [oddValue(chance)] : [])]), expects: true }
}

export const crookedCommands: Attack = async (target, chance) => {
  const seat = chance.pick(target.room.seats)
  const wire = await enter(target.url, seat.token)
  if (wire === null) return 1
  const told = new Set<string>()
  wire.onText((text) => {
    if (/^43\d+\[.*"ok":true/.test(text)) told.add(text.slice(0, 120))
  })
  let sent = 0
  const asked = new Set<number>()
  for (; sent < batch && wire.open(); sent++) {
    const { packet, expects } = message(target, chance, seat)
    const asks = !chance.one(10)
    if (asks && expects) asked.add(sent)
    wire.send(`42${asks ? sent : ''}${packet}`)
  }
  if (!wire.open()) return sent
  const done = answered(wire, 99_999)
  wire.send(`4299999${JSON.stringify(['command', { id: newId(), type: 'mine', keys: [] }])}`)
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 8000))])
  for (const text of told) {
    const packet = Number(/^43(\d+)/.exec(text)?.[1])
    if (asked.has(packet)) target.accepted(`socket (${seat.role}): ${text}`)
  }
  wire.end()
  await wire.closed
  return sent
}

/** After these a line may be closed; nobody else may notice. */
const packets: ((chance: Chance) => string | Buffer)[] = [
  ({ bytes }) => bytes(300),
  ({ bytes }) => bytes(300).toString('latin1'),
  () => '42["command"',
  () => '42[]',
  () => '42{}',
  () => '42null',
  () => '42["disconnecting",1]',
  () => '42[7,7]',
  () => '429999999999999999999["command",{}]',
  () => '451-["command",{"_placeholder":true,"num":0}]',
  () => '459999999-["command"]',
  () => '45-1-["command"]',
  () => '461-1[{"_placeholder":true,"num":-1}]',
  () => '40/__proto__,{"token":"x"}',
  () => '40/constructor,',
  () => '40{"token":{"length":43},"protocol":1}',
  () => `40{"token":"${'x'.repeat(5000)}","protocol":1}`,
  () => '40{"__proto__":{"token":"x"}}',
  () => '41',
  () => '43[{}]',
  () => '44{"message":"x"}',
  () => '47',
  () => '4',
  () => '',
  () => '6',
  () => '9',
  () => `42["command",${'['.repeat(30_000)}${']'.repeat(30_000)}]`,
  () => `42["command",${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}]`,
  () => `42["command","${'x'.repeat(65_000)}"]`,
]

export const crookedPackets: Attack = async (target, chance) => {
  const { pick, one } = chance
  const wire = one(3)
    ? await dial(target.url, '/socket.io/?EIO=4&transport=websocket')
    : await enter(target.url, pick(target.room.seats).token)
  if (wire === null) return 1
  let sent = 0
  for (; sent < 4 && wire.open(); sent++) {
    const packet = pick(packets)(chance)
    wire.send(packet.slice(0, 65_000), { opcode: typeof packet === 'string' ? 1 : 2 })
  }
  await hungUp(wire, 100)
  return sent
}
