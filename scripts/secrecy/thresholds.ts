/** T24: what can be learnt of a vote before it is counted, and of small groups after it. Two Pleinen are the same to the letter but for what
 *  the voters chose; as long as nobody else can tell them apart, somebody who looks after each ballot learns 0 bits. */
import { createHash } from 'node:crypto'
import type { Result } from '../../shared/domain/state.ts'
import { openInMemory } from './inMemory.ts'
import { answersAboutNames } from './names.ts'
import { ownersSeat } from './ownersSeat.ts'
import type { Row } from './row.ts'
import type { Hear, Somebody } from './scene.ts'
import { still } from './still.ts'

const perspectives = ['bewoner', 'ondernemer']
const names = ['Fatma', 'Ria', 'Samir', 'Hanna', 'Teun', 'Bram', 'Noor']
/** Who listens: nobody of them votes. */
const ears = ['Joost', 'Wim', 'Beamer', 'Mo', 'the log']
const smallest = 3

/** `slips`: of paper, which the coach enters and so knows. */
export type Vote = { groups: (string | null)[]; dots: number[]; slips?: number }
type Heard = { before: string; after: string; result: Result | null }

/** A room with so many people and an open round over these texts, of so many dots that may all go on one; a coach, a participant, the owner and a
 *  screen listen. */
const openVote = async (hear: Hear, count: number, texts: readonly string[], budget: number) => {
  const programme = [{ kind: 'ideas' as const }, { kind: 'vote' as const }]
  const scene = await openInMemory({ title: 'Plein', dilemma: 'Wie zorgt er?', programme, settings: { perspectives } }, hear, {
    world: still,
  })
  const joost = await scene.come('Joost', 'coach')
  const mo = await scene.come('Mo', 'participant')
  const others = [await scene.come('Wim', 'owner'), await scene.come('Beamer', 'screen')]
  const people: Somebody[] = []
  for (const name of names.slice(0, count)) people.push(await scene.come(name, 'participant'))
  await joost.ask({ type: 'plein.open' })
  const [phase, vote] = joost.map('board', 'plein').get('programme') as [string, string]
  for (const text of texts) await joost.ask({ type: 'idea.enter', as: 'idea', text, phase })
  await joost.ask({ type: 'ideas.release', ideas: 'all' })
  await joost.ask({ type: 'phase.enter', phase: vote })
  const items = [...joost.map('board', 'ideas').keys()].sort()
  const opened = await joost.ask({ type: 'round.open', over: 'ideas', budget, maximum: budget })
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  return { scene, joost, mo, others, people, items, round: String(opened['round']) }
}

/** What the ears heard until the round was closed, and after that until the Plein was closed for good. */
export const hearVote = async ({ groups, dots, slips = 0 }: Vote, spoil: (hear: Hear) => Hear): Promise<Heard> => {
  let stream = createHash('sha256')
  const hear = spoil((name, bytes) => {
    if (ears.includes(name)) stream.update(`${name} ${bytes.length} `).update(bytes)
  })
  const { scene, joost, mo, others, people: voters, items, round } = await openVote(hear, groups.length, ['Bomen', 'Banken', 'Bloemen'], 3)
  const look = async (): Promise<void> => {
    for (const who of [joost, mo, ...others]) await scene.outcomes(who)
    await mo.ask({ type: 'mine', keys: [] })
    // The counts are told at most once a second.
    await scene.pass(1000)
  }
  for (const [place, voter] of voters.entries()) {
    await voter.ask({ type: 'seat.perspective', perspective: groups[place] ?? null })
    // Changed once, so that a change could be told from a first ballot.
    await voter.ask({ type: 'ballot.cast', round, dots: { [items[0]!]: 1 } })
    await voter.ask({ type: 'ballot.cast', round, dots: { [items[dots[place]! % items.length]!]: 1 + (dots[place]! % 3) } })
    await look()
  }
  for (let paper = 1; paper <= slips; paper++) {
    await joost.ask({ type: 'ballot.enter', round, paper, dots: { [items[paper % items.length]!]: paper % 3 } })
    await look()
  }
  await joost.ask({ type: 'round.close', round, confirmed: true })
  await look()
  const before = stream.digest('hex')
  stream = createHash('sha256')
  await joost.ask({ type: 'outcome.set', shared: true })
  await joost.ask({ type: 'round.reveal', round, revealed: true })
  await look()
  const { result } = joost.map('board', 'rounds').get(round) as { result: Result | null }
  await joost.ask({ type: 'plein.close', confirmed: true })
  await scene.seal()
  await look()
  await scene.end()
  return { before, after: stream.digest('hex'), result }
}

/** What everybody but those who answer hears while so many answer what they need to go along with something, one after another, and after that
 *  until the Plein is closed for good. `words`: of what is written. */
export const hearAnswers = async (
  count: number,
  words: string,
  spoil: (hear: Hear) => Hear,
): Promise<{ stream: string; told: number[] }> => {
  const stream = createHash('sha256')
  const hear = spoil((name, bytes) => {
    if (ears.includes(name)) stream.update(`${name} ${bytes.length} `).update(bytes)
  })
  const { scene, joost, mo, others, people, items, round } = await openVote(hear, names.length, ['Bomen', 'Banken'], 1)
  const [chosen, other] = items as [string, string]
  for (const who of people) await who.ask({ type: 'ballot.cast', round, dots: { [other]: 1 } })
  await mo.ask({ type: 'ballot.cast', round, dots: { [chosen]: 1 } })
  await joost.ask({ type: 'round.close', round, confirmed: true })
  await joost.ask({ type: 'round.reveal', round, revealed: true })
  await joost.ask({ type: 'outcome.set', shared: true })
  const about = { round, item: chosen }
  await joost.ask({ type: 'round.ask', ...about })
  const told: number[] = []
  const look = async (): Promise<void> => {
    for (const who of [joost, mo, ...others]) await scene.outcomes(who)
    // Longer than the desk waits for a batch.
    await scene.pass(6000)
    told.push([...joost.map('desk', 'ideas').values()].length)
  }
  // As many looks whatever the number, so that two of them can be laid beside each other.
  for (const [place, who] of people.entries()) {
    if (place < count) {
      const key = createHash('sha256').update(`${words} ${place}`).digest('base64url').slice(0, 22)
      await who.ask({ type: 'condition.post', key, ...about, text: `${words} ${place}` })
      await who.ask({ type: 'mine', keys: [key] })
    }
    await look()
  }
  await joost.ask({ type: 'round.ask', ...about, asked: false })
  await look()
  await joost.ask({ type: 'plein.close', confirmed: true })
  await scene.seal()
  await look()
  await scene.end()
  return { stream: stream.digest('hex'), told }
}

/** Of fewer than three answers nothing is heard, not even that there was one; of more nothing before the third. */
const answersHeard = async (spoil: (hear: Hear) => Hear): Promise<Row> => {
  const breaches: string[] = []
  const nothing = await hearAnswers(0, 'niets', spoil)
  for (let count = 1; count <= 7; count++) {
    const { stream, told } = await hearAnswers(count, 'Een bankje', spoil)
    if (count < smallest && stream !== nothing.stream) breaches.push(`${count} answers can be told from none`)
    if (count < smallest && told.some((one) => one > 0)) breaches.push(`of ${count} answers the desk was told`)
    const expected = told
      .map((_, place) => (place < names.length ? Math.min(place + 1, count) : count))
      .map((came, place) => (place < names.length ? came - (came % smallest) : count < smallest ? 0 : count))
    if (JSON.stringify(told) !== JSON.stringify(expected)) breaches.push(`${count} answers: the desk was told of ${told.join(', ')}`)
  }
  return {
    test: 'T24',
    what: 'answers after a vote, looked at after each of them',
    measured: `0 to 7 answers, ${breaches.length} told too early or below three`,
    goal: '0',
    breaches,
  }
}

/** All ways to divide so many people over the perspectives and none. */
const divisions = (people: number): (string | null)[][] => {
  const found: (string | null)[][] = []
  for (let first = 0; first <= people; first++)
    for (let second = 0; second <= people - first; second++)
      found.push([
        ...Array<string | null>(first).fill(perspectives[0]!),
        ...Array<string | null>(second).fill(perspectives[1]!),
        ...Array<string | null>(people - first - second).fill(null),
      ])
  return found
}

const isSmall = (people: number): boolean => people > 0 && people < smallest

/** Also for who knows the slips, and subtracts them. */
const smallGroups = (result: Result | null, phones: number, slips: number): string[] => {
  if (result === null) return ['there is no result']
  if (phones + slips < smallest || isSmall(phones))
    return result.heldBack && result.rows.length + result.perspectives.length === 0 ? [] : ['a result of fewer than three']
  const told = result.perspectives.map((group) => group.ballots)
  const rest = phones - told.reduce((sum, one) => sum + one, 0)
  return told.length > 0 && [...told, rest, rest + slips].some(isSmall)
    ? [`groups of ${told.join(' and ')} of ${phones} with ${slips} slips`]
    : []
}

/** `every`: of all divisions at each number of ballots, one in so many. */
export const thresholds = async ({
  every = 1,
  until = Number.POSITIVE_INFINITY,
  spoil = (hear: Hear): Hear => hear,
} = {}): Promise<Row[]> => {
  let pairs = 0
  const learnt: string[] = []
  const small: string[] = []
  for (let ballots = 0; ballots <= 7; ballots++)
    for (const [place, groups] of divisions(ballots).entries()) {
      if (place % every !== 0 || performance.now() > until) continue
      for (const slips of [0, 1 + (pairs % 3)]) {
        pairs++
        const one = await hearVote({ groups, dots: groups.map((_, voter) => voter), slips }, spoil)
        const other = await hearVote({ groups: groups.toReversed(), dots: groups.map((_, voter) => voter * 2 + 1), slips }, spoil)
        const name = `${slips} slips and ${ballots} ballots of ${groups.map((group) => group ?? 'nobody').join(', ')}`
        if (ballots > 0 && one.before !== other.before) learnt.push(`${name}: two votes can be told apart before they are counted`)
        if (isSmall(ballots) && one.after !== other.after) learnt.push(`${name}: two votes of fewer than three can be told apart`)
        small.push(...[one, other].flatMap(({ result }) => smallGroups(result, ballots, slips).map((breach) => `${name}: ${breach}`)))
      }
    }
  return [
    {
      test: 'T24',
      what: 'two votes that differ, looked at after each ballot',
      measured: `${pairs} pairs with 0 to 7 ballots of phones and 0 to 3 slips, ${learnt.length} told apart before the count or below three phones`,
      goal: '0 bits',
      breaches: learnt,
      unjudged: pairs > 0 ? undefined : 'nothing was compared',
    },
    {
      test: 'T24',
      what: 'totals and perspectives of fewer than three, also by subtraction',
      measured: `${2 * pairs} results, ${small.length} that show a small group`,
      goal: '0',
      breaches: small,
    },
    await answersAboutNames(spoil),
    await answersHeard(spoil),
    await ownersSeat(spoil),
  ]
}
