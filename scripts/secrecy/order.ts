/** T23: the order in which ideas appear says nothing of the order in which they were sent, and nothing is said of a single one before that. */
import { type Dice, dice } from '../players/dice.ts'
import { type Options, openInMemory } from './inMemory.ts'
import type { Row } from './row.ts'
import type { Hear, Somebody } from './scene.ts'

const names = ['Fatma', 'Ria', 'Samir', 'Hanna', 'Teun', 'Mo']
const perRoom = 25

/** From -1 (the other way round) to 1 (the same): of all pairs, those that stand in the same order minus those that do not. */
export const kendall = (order: readonly number[]): number => {
  let same = 0
  let pairs = 0
  for (const [place, one] of order.entries())
    for (const later of order.slice(place + 1)) {
      pairs++
      same += later > one ? 1 : -1
    }
  return pairs === 0 ? 0 : same / pairs
}

type Tau = { sum: number; batches: number }
type Found = { room: Tau; desk: Tau; early: string[] }

const add = (tau: Tau, order: readonly number[]): void => {
  tau.sum += kendall(order)
  tau.batches++
}
/** Places of the words in what was heard, as numbers of when they were sent; `null` when one is missing. */
const orderIn = (bytes: readonly Uint8Array[], words: readonly string[]): number[] | null => {
  const text = Buffer.concat(bytes).toString('latin1')
  // The last one: a coach hears a frame of the board before that of the desk.
  const places = words.map((word, sent) => ({ sent, at: text.lastIndexOf(word) }))
  return places.some(({ at }) => at < 0) ? null : places.sort((a, b) => a.at - b.at).map(({ sent }) => sent)
}

const batchesIn = async (batches: number, chance: Dice, found: Found, options: Options): Promise<void> => {
  const heard = new Map<string, Uint8Array[]>()
  const of = (name: string): Uint8Array[] => heard.get(name) ?? []
  const hear: Hear = (name, bytes) => void heard.set(name, [...of(name), bytes])
  const programme = [{ kind: 'ideas' as const, settings: { hidden: true } }]
  const scene = await openInMemory({ title: 'Plein', dilemma: 'Wie zorgt er?', programme }, hear, {
    ...options,
    limits: { ideasPerSeatPerPhase: 1000 },
  })
  const joost = await scene.come('Joost', 'coach')
  const people: Somebody[] = []
  for (const name of names) people.push(await scene.come(name, 'participant'))
  await joost.ask({ type: 'plein.open' })
  // What opening the Plein changed for everybody is told first.
  await scene.pass(10_000)
  const [phase] = [...(joost.map('board', 'plein').get('programme') as string[])] as [string]
  for (let batch = 0; batch < batches; batch++) {
    // Two for each person, so that the order of one person, which is kept, is among them.
    const words = Array.from({ length: 8 }, (_, place) => `batch${batch}word${place}end`)
    const authors = words.map(() => chance.pick(people))
    const together = chance.one(2)
    heard.clear()
    const send = (place: number) =>
      authors[place]!.ask({ type: 'idea.post', key: `${words[place]}${'k'.repeat(22)}`, as: 'idea', text: words[place]!, phase })
    if (together) await Promise.all(words.map((_, place) => send(place)))
    else for (const place of words.keys()) await send(place)
    // Each author has heard an answer for each idea, and nobody anything else.
    for (const [name, messages] of heard) {
      const answers = authors.filter((who) => who.name === name).length
      if (messages.length > answers)
        found.early.push(`batch ${batch}: ${name} heard ${messages.length - answers} messages while people sent`)
    }
    heard.clear()
    await scene.until('the desk has heard', () => of('Joost').some((bytes) => Buffer.from(bytes).includes(words[0]!)))
    const desk = orderIn(of('Joost'), words)
    if (desk === null) found.early.push(`batch ${batch}: the desk was not told in one batch`)
    else add(found.desk, desk)
    if (names.some((name) => orderIn(of(name), words.slice(0, 1)) !== null))
      found.early.push(`batch ${batch}: the room heard before the release`)
    heard.clear()
    await joost.ask({ type: 'ideas.release', ideas: 'all' })
    const room = orderIn(of('Mo'), words)
    if (room === null) found.early.push(`batch ${batch}: the room did not hear all in one batch`)
    else add(found.room, room)
  }
  await scene.end()
}

const mean = ({ sum, batches }: Tau): number => (batches === 0 ? Number.NaN : sum / batches)

/** `most`: how far from nothing tau may be. With 10,000 batches of eight, chance alone stays within 0.02 in all but one of 10^11 runs. */
export const releaseOrder = async (
  batches: number,
  seed: number,
  { most = 0.02, until = Number.POSITIVE_INFINITY, options = {} as Options } = {},
): Promise<Row[]> => {
  const found: Found = { room: { sum: 0, batches: 0 }, desk: { sum: 0, batches: 0 }, early: [] }
  const chance = dice(seed)
  for (let done = 0; done < batches && performance.now() < until; done += perRoom)
    await batchesIn(Math.min(perRoom, batches - done), chance, found, options)
  const [room, desk] = [mean(found.room), mean(found.desk)]
  const row: Row = {
    test: 'T23',
    what: 'order of release against order of sending',
    measured: `${found.room.batches} batches, Kendall's tau ${room.toFixed(4)} in the room, ${desk.toFixed(4)} at the desk, ${found.early.length} messages before`,
    goal: `0 ± ${most.toFixed(3)}, no message about one idea`,
    breaches: [
      ...found.early.slice(0, 20),
      ...(Math.abs(room) > most ? [`the room can tell the order: tau ${room.toFixed(3)}`] : []),
      ...(Math.abs(desk) > most ? [`the desk can tell the order: tau ${desk.toFixed(3)}`] : []),
    ],
    unjudged: found.room.batches > 0 && found.desk.batches > 0 ? undefined : 'there was no batch',
  }
  return [row]
}
