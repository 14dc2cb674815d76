/** The Yjs endpoint: noise, mutated frames, writes where nobody may write, and updates that are right in form and hostile in content. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { step1Frame, step2Frame, updateFrame } from '../../../server/live/frames.ts'
import { closes } from '../../../shared/wire/closes.ts'
import type { Chance } from '../chance.ts'
import { collected, forged, insertion } from '../forged.ts'
import type { Room } from '../room.ts'
import { dial, hungUp } from '../wire.ts'
import type { Attack, Target } from './attack.ts'
import { asToken } from './raw.ts'

const written = (client: number, write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}
const text = (doc: Y.Doc) => doc.getText('text')

/** The second half of what was written: the first never comes. */
const withGap = (client: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  text(doc).insert(0, 'weg')
  const before = Y.encodeStateVector(doc)
  text(doc).insert(3, ' hier')
  return Y.encodeStateAsUpdate(doc, before)
}

/** Many tiny structs that refer to each other from back to front: quadratic work for whoever applies them one by one. */
const backwards = (client: number, count: number): Uint8Array =>
  written(client, (doc) => {
    for (let n = 0; n < count; n++) text(doc).insert(0, 'x')
  })

type Prose = { words: string; client: number }
const hostile: Record<string, (own: number, chance: Chance, prose: Prose) => Uint8Array> = {
  'an insertion of no letter': (own, { below }, prose) => forged(insertion({ client: own, clock: 0 }, null, letter(prose, below), '')),
  'letters collected away, none of them': (own) => forged(collected({ client: own, clock: 0 }, 0)),
  'letters collected away': (own, { below }) => forged(collected({ client: own, clock: 0 }, 1 + below(9))),
  'clocks past what can be counted': (own, { below, pick }) =>
    forged(
      ...Array.from({ length: 1 + below(4) }, (_, n) =>
        collected({ client: own, clock: n }, pick([2 ** 31, 2 ** 52, 2 ** 53 - 2, 1.5 * 2 ** 55])),
      ),
    ),
  'itself as its neighbour': (own, { one }) => {
    const self = { client: own, clock: 0 }
    return forged(insertion(self, one(2) ? self : null, self, 'x'))
  },
  'neighbours the wrong way round, or the same': (own, { below }, prose) => {
    const [one, other] = [letter(prose, below), letter(prose, below)].sort((a, b) => b.clock - a.clock)
    return forged(insertion({ client: own, clock: 0 }, one!, other!, 'x'))
  },
  // Who knew the right one knew what stands between them.
  'neighbours far apart': (own, { below }, { words, client }) => {
    const clock = below(words.length - 2)
    return forged(insertion({ client: own, clock: 0 }, { client, clock }, { client, clock: clock + 2 }, 'x'))
  },
  'a good one before a bad one': (own, { below }, prose) => {
    const at = letter(prose, below)
    return forged(insertion({ client: own, clock: 0 }, null, { ...at, clock: 0 }, 'x'), insertion({ client: own, clock: 1 }, at, at, 'y'))
  },
  'forged id': (own) => written(own + 1, (doc) => text(doc).insert(0, 'IK BEN HET ER HELEMAAL MEE EENS')),
  "the server's id": () => written(1, (doc) => doc.getMap('plein').set('title', 'van mij')),
  gap: withGap,
  'foreign root': (own) => written(own, (doc) => doc.getText('elders').insert(0, 'x')),
  'map in the text': (own) => written(own, (doc) => doc.getMap('text').set('a', 1)),
  format: (own) => written(own, (doc) => text(doc).insert(0, 'x', { bold: 'x'.repeat(5000) })),
  embed: (own) => written(own, (doc) => text(doc).insertEmbed(0, { image: 'x' })),
  'nested type': (own) => written(own, (doc) => doc.getMap('text').set('a', new Y.Array())),
  'too many structs': (own) => backwards(own, 600),
  'too many bytes': (own) => written(own, (doc) => text(doc).insert(0, 'x'.repeat(17_000))),
  'deletion of what never was': (own, { below }) => {
    const encoder = encoding.createEncoder()
    for (const number of [0, 1, own + 7, 1, below(1e6), 1e6]) encoding.writeVarUint(encoder, number)
    return encoding.toUint8Array(encoder)
  },
  'a billion structs announced': () => Uint8Array.from([1, 255, 255, 255, 255, 3, 1, 0]),
  noise: (_own, { bytes }) => bytes(300),
}

const letter = ({ words, client }: Prose, below: Chance['below']) => ({ client, clock: below(words.length) })

/** Changes a few bytes of a good frame; with a foreign id in it, so that what stays readable is still refused. */
const mutated = (own: number, { below }: Chance): Uint8Array => {
  const frame = Buffer.from(updateFrame(written(own + 1 + below(1e6), (doc) => text(doc).insert(0, 'een zin om te vervormen'))))
  for (let times = 1 + below(6); times > 0; times--) frame[2 + below(frame.length - 2)] = below(256)
  return frame
}

const frames: Record<string, (own: number, chance: Chance) => Uint8Array> = {
  noise: (_own, { bytes }) => Buffer.concat([Buffer.from([9]), bytes(2000)]),
  mutated,
  'state vector that is none': (_own, { bytes }) => step1Frame(Buffer.concat([Buffer.from([255, 255, 255, 255, 15]), bytes(40)])),
  awareness: (_own, { bytes }) => Buffer.concat([Buffer.from([1]), bytes(200)]),
  'awareness of a million': () => Uint8Array.from([1, 4, 192, 132, 61, 1]),
  'too large': () => Buffer.alloc(20_000),
}

/** It was looked at and refused. Or the line had to make room for a newer one of this seat, and then nobody knows. */
const judged: ReadonlySet<number | null> = new Set([closes.frame, closes.forbidden, 1009, closes.replaced])
const drafting = ({ url, room }: Target, token: string) => dial(url, `/yjs/${room.made.id}/${room.documents['text/draft']}`, asToken(token))

/** Frames that were sent: more than one when the seat had spent what it may write, since then it is not looked at. */
const tryUpdate = async (target: Target, chance: Chance, { token, client }: Room['textClients'][number]): Promise<number> => {
  const name = chance.pick([...Object.keys(hostile), ...Object.keys(frames)])
  const frame = hostile[name]
    ? (chance.one(4) ? step2Frame : updateFrame)(hostile[name](client, chance, target.room.prose))
    : frames[name]!(client, chance)
  for (let tries = 1; ; tries++) {
    const wire = await drafting(target, token)
    wire.send(frame, { opcode: 2 })
    await hungUp(wire, 5000)
    // Noise that happens to say nothing (an empty update) may stay.
    if (!hostile[name] || name === 'noise' || judged.has(wire.status())) return tries
    if (wire.status() !== closes.slow || tries === 20) {
      target.accepted(`yjs: ${name}: ${wire.status() ?? 'stays'}`)
      return tries
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

/** Of each seat, by token. */
const last = new Map<string, Promise<unknown>>()

export const hostileUpdates: Attack = async (target, chance) => {
  const seat = chance.pick(target.room.textClients)
  // One at a time of each seat: what another bout spends is not there for this one.
  const mine = (last.get(seat.token) ?? Promise.resolve()).then(async () => {
    let sent = 0
    for (let times = 0; times < 5; times++) sent += await tryUpdate(target, chance, seat)
    return sent
  })
  last.set(
    seat.token,
    mine.catch(() => undefined),
  )
  return mine
}

/** On a board, which nobody may write, and under names that do not exist. */
export const foreignWrites: Attack = async ({ url, room }, chance) => {
  const { pick, bytes, one } = chance
  const name = pick([
    room.documents['board']!,
    room.documents['desk']!,
    room.documents['text/stage']!,
    'board~0',
    'text/draft',
    '__proto__',
    'constructor/x',
    '%00',
    '../..',
    'x'.repeat(3000),
  ])
  const wire = await dial(url, `/yjs/${room.made.id}/${encodeURI(name)}`, one(5) ? ['token.x'] : asToken(pick(room.seats.slice(3)).token))
  if (one(3)) wire.send('geen bytes maar tekst', { opcode: 1 })
  else wire.send(one(2) ? updateFrame(written(1, (doc) => doc.getMap('ideas').set('x', 1))) : bytes(600), { opcode: 2 })
  await hungUp(wire, 400)
  return 1
}
