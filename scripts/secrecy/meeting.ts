/** A Plein of many people on the real server, of which is kept who did what: what the adversaries should not find out. */
import { createHash, randomBytes } from 'node:crypto'
import type { Command, CommandOf } from '../../shared/domain/commands.ts'
import type { Dots } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Dice } from '../players/dice.ts'
import { claimWith, joinWith, type Made } from '../players/http.ts'
import { connectGuest, type Guest } from './guest.ts'
import type { House } from './house.ts'
import { writeOwnLine } from './ownLine.ts'

/** `place`: in the order in which people joined, which everybody at the door can see. */
export type Written = { place: number; text: string; key: string }
export type Truth = {
  plein: string
  /** SHA-256 of the token, by place: with it the judge knows the row of a seat. */
  tokenHashes: string[]
  /** In the order in which they were sent. */
  ideas: Written[]
  withdrawn: string[]
  /** By place; everybody another one. */
  ballots: Dots[]
  /** Places, in the order in which they voted: everybody in the room can see who taps when. */
  voted: number[]
  round: string
  items: string[]
  /** Tokens, secrets of links, keys of ideas, what the owner wrote for nobody else, and what was written for the coaches alone. */
  secrets: string[]
}
export type Meeting = {
  truth: Truth
  /** `sent`: some have sent, and were answered. */
  write(sent?: () => void): Promise<void>
  /** Two ideas that are withdrawn again, and the others before the room. */
  release(): Promise<void>
  /** The next phase. */
  enterVote(): Promise<void>
  vote(): Promise<void>
  count(): Promise<void>
  close(): Promise<void>
  /** What leaves the server besides: outcomes, and pages that say what is wrong. */
  answers(): Promise<Buffer>
  leave(): void
}

const budget = 12
/** All ways to put dots on three items, so that everybody can have another one. */
const vectors = Array.from({ length: budget + 1 }, (_, first) =>
  Array.from({ length: budget - first + 1 }, (_, second) => [first, second, budget - first - second] as const),
).flat()

const pulse = (chance: Dice): CommandOf<'tap.set'> => ({
  type: 'tap.set',
  on: 'pulse',
  value: chance.pick(['calm', 'tense', 'leaving', 'unsaid'] as const),
})

const unheard = (): void => undefined

export const openMeeting = async (house: House, seats: number, chance: Dice): Promise<Meeting> => {
  const made: Made = await house.make({
    title: 'Plein over het groen',
    dilemma: 'Wie zorgt er voor het groen?',
    programme: [{ kind: 'ideas', settings: { hidden: true } }, { kind: 'vote' }],
    settings: { perspectives: ['bewoner', 'ondernemer'] },
  })
  const truth: Truth = {
    plein: made.id,
    tokenHashes: [],
    ideas: [],
    withdrawn: [],
    ballots: [],
    voted: [],
    round: '',
    items: [],
    secrets: [],
  }
  const { token } = await claimWith(house.origin, made.links.coach)
  truth.secrets.push(token, ...[made.links.coach, made.links.owner, made.links.screen].map((link) => new URL(link).hash.slice(1)))
  const joost = await connectGuest(house.origin, { name: 'Joost', role: 'coach', token, plein: made.id }, unheard, ['board', 'desk'])
  const wim = await claimWith(house.origin, made.links.owner)
  // Sealed from the first byte, and gone at closing: nobody who has the files may find it, at any moment.
  truth.secrets.push(wim.token, await writeOwnLine(house.origin, { plein: made.id, token: wim.token }))
  const people: Guest[] = []
  for (let place = 0; place < seats; place++) {
    const joined = await joinWith(house.origin, made.links.join)
    truth.tokenHashes.push(createHash('sha256').update(joined.token).digest('hex'))
    truth.secrets.push(joined.token)
    people.push(
      await connectGuest(house.origin, { name: `${place}`, role: 'participant', token: joined.token, plein: made.id }, unheard, []),
    )
  }
  const ok = async (who: Guest, command: Command): Promise<Answer & { ok: true }> => {
    const answer = await who.ask(command)
    if (!answer.ok) throw new Error(`${who.name}: ${command.type} was refused: ${JSON.stringify(answer.error)}`)
    return answer
  }
  const until = async (what: string, look: () => boolean): Promise<void> => {
    for (const since = performance.now(); !look(); await new Promise((resolve) => setTimeout(resolve, 20)))
      if (performance.now() - since > 60_000) throw new Error(`Waited in vain until ${what}.`)
  }
  const shuffled = (): number[] => {
    const left = people.map((_, place) => place)
    return people.map(() => left.splice(chance.below(left.length), 1)[0]!)
  }
  const phase = async (place: number): Promise<string> => {
    await until('the board is there', () => joost.map('board', 'plein').has('programme'))
    return (joost.map('board', 'plein').get('programme') as string[])[place]!
  }
  const post = async (place: number, text = `idee ${randomBytes(12).toString('hex')}`): Promise<Written> => {
    const written = { place, text, key: randomBytes(16).toString('base64url') }
    truth.secrets.push(written.key)
    await ok(people[place]!, { type: 'idea.post', key: written.key, as: 'idea', text, phase: await phase(0) })
    return written
  }

  const secret = (): string => {
    const words = randomBytes(24).toString('base64url')
    truth.secrets.push(words)
    return words
  }

  return {
    truth,
    write: async (sent = () => undefined) => {
      await ok(joost, { type: 'plein.open' })
      const first = await phase(0)
      for (const round of [1, 2]) {
        // Small groups send in the same moment, as people do.
        const order = shuffled()
        let said: Promise<unknown> = Promise.resolve()
        while (order.length > 0) {
          const together = order.splice(0, 1 + chance.below(3))
          const posted = Promise.all(together.map((place) => post(place)))
          await said
          truth.ideas.push(...(await posted))
          sent()
          // Who has sent the last one often says so at once, while others send.
          const ready = together.filter(() => round === 2 && !chance.one(3))
          // And some tap how it is.
          const felt = together.filter(() => chance.one(3))
          said = Promise.all([
            ...ready.map((place) => ok(people[place]!, { type: 'seat.ready', phase: first, ready: true })),
            ...felt.map((place) => ok(people[place]!, pulse(chance))),
          ])
        }
        await said
      }
      // For the coaches alone: in no file as it is, at any moment.
      const [card, asked, key] = [secret(), secret(), secret()]
      await ok(people[chance.below(seats)]!, { type: 'card.seal', key, text: card })
      await until('the coach has the card', () => joost.cards().length > 0)
      await ok(joost, { type: 'card.ask', card: joost.cards()[0]!.card, words: asked })
    },
    release: async () => {
      for (let one = 0; one < 2; one++) {
        const gone = await post(chance.below(seats))
        await ok(people[gone.place]!, { type: 'idea.withdraw', key: gone.key })
        truth.withdrawn.push(gone.text)
      }
      await until('the desk has heard of all', () => joost.map('desk', 'ideas').size >= truth.ideas.length)
      const ids = [...joost.map('desk', 'ideas').keys()]
      await ok(joost, { type: 'ideas.release', ideas: 'all' })
      const { cluster } = await ok(joost, { type: 'cluster.create', name: 'Groen', ideas: ids })
      await ok(joost, { type: 'cluster.ask', clusters: 'all', asking: true })
      // Each for both of their ideas, one after the other.
      const name = { cluster: String(cluster), name: 'Groen' }
      for (const place of shuffled())
        for (const { key } of truth.ideas.filter((one) => one.place === place))
          await ok(people[place]!, { type: 'cluster.verify', key, ...name, answer: 'yes' })
      const { place, key } = chance.pick(truth.ideas)
      await ok(people[place]!, { type: 'cluster.verify', key, ...name, answer: 'words', words: secret() })
    },
    enterVote: async () => {
      await ok(joost, { type: 'phase.enter', phase: await phase(1) })
    },
    vote: async () => {
      truth.items = [...joost.map('board', 'ideas').keys()].slice(0, 3)
      const opened = await ok(joost, { type: 'round.open', over: 'ideas', items: truth.items, budget, maximum: budget })
      truth.round = String(opened['round'])
      const from = chance.below(vectors.length - seats)
      const left = vectors.slice(from, from + seats)
      truth.ballots = people.map(() => {
        const vector = left.splice(chance.below(left.length), 1)[0]!
        return Object.fromEntries(truth.items.map((item, place) => [item, vector[place]!] as const).filter(([, dots]) => dots > 0))
      })
      truth.voted = shuffled()
      for (const place of truth.voted) {
        const who = people[place]!
        if (chance.one(2)) await ok(who, { type: 'seat.perspective', perspective: chance.pick(['bewoner', 'ondernemer']) })
        await ok(who, pulse(chance))
        await ok(who, { type: 'ballot.cast', round: truth.round, dots: truth.ballots[place]! })
      }
    },
    count: async () => {
      await ok(joost, { type: 'round.close', round: truth.round, confirmed: true })
      await ok(joost, { type: 'round.reveal', round: truth.round, revealed: true })
      await ok(joost, { type: 'outcome.set', shared: true })
    },
    close: async () => {
      await ok(joost, { type: 'plein.close', confirmed: true })
      await until('it is closed for good', () => joost.map('board', 'plein').get('sealed') === true)
    },
    answers: async () => {
      const base = `${house.origin}/api/v1/pleins/${made.id}`
      const headers = { Authorization: `Bearer ${joost.token}` }
      const asked = ['json', 'csv', 'md', 'html'].map((format) => fetch(`${base}/outcome.${format}`, { headers }))
      // Somebody pastes a secret where it does not belong.
      const pasted = [`${base}/outcome.pdf?token=${token}`, `${house.origin}/${token}`, `${house.origin}/api/v1/pleins/${token}`]
      const answers = await Promise.all([...asked, ...pasted.map((url) => fetch(url, { headers }))])
      return Buffer.from((await Promise.all(answers.map((answer) => answer.text()))).join('\n'))
    },
    leave: () => {
      for (const guest of [joost, ...people]) guest.leave()
    },
  }
}
