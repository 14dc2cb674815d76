/** The room of the demonstration: a coach, an owner, a screen, and a phone for everybody but one. */

import type { GroupName } from '../../server/practice/texts/nl/ideas.ts'
import { dilemma, perspectives, title } from '../../server/practice/texts/nl/matter.ts'
import { type Name, onPaper, people } from '../../server/practice/texts/nl/people.ts'
import { claimWith, joinWith, type Made, makePlein } from '../players/http.ts'
import { connect, newId, type Person } from '../players/person.ts'
import type { Tempo } from './tempo.ts'
import { programme } from './texts/programme.ts'
import type { Reframing } from './texts/reframings.ts'

export type Room = Tempo & {
  made: Made
  coach: Person
  owner: Person
  phones: Map<Name, Person>
  /** Text → idea, as answered to who sent it. */
  ideas: Map<string, string>
  /** Text → the key with which its author can change it. */
  keys: Map<string, string>
  clusters: Map<GroupName, string>
  /** Groups of proposed wordings, by name. */
  wordings: Map<string, string>
  /** Epoch ms. */
  today: number
  rounds: string[]
}

type Command = { type: string } & Record<string, unknown>

export const must = async (person: Person, command: Command): Promise<Record<string, unknown>> => {
  const answer = await person.inOrder(command)
  if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code} ${answer.error.message}`)
  return answer
}

/** What a wording came from: groups, ideas, and these rounds. */
export const sourcesOf = (room: Room, { groups, ideas }: Omit<Reframing, 'text'>, rounds: readonly string[] = []) => [
  ...groups.map((name) => ({ kind: 'cluster', id: room.clusters.get(name) })),
  ...ideas.map((text) => ({ kind: 'idea', id: ideaOf(room, text) })),
  ...rounds.map((id) => ({ kind: 'round', id })),
]

/** Asks until the server has what this needs: letters that were just written, a batch that is on its way. */
export const patiently = async (person: Person, command: Command, not: string): Promise<Record<string, unknown>> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await person.inOrder(command)
    if (answer.ok) return answer
    if (answer.error.code !== not || attempt === 200) throw new Error(`${command.type}: ${answer.error.code} ${answer.error.message}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const makeRoom = async (server: string, key: string, tempo: Tempo): Promise<Room> => {
  const made = await makePlein(server, key, { title, dilemma, locale: 'nl', programme, settings: { perspectives, ownerAdopts: true } })
  const enter = async (link: string) => connect(server, (await claimWith(server, link)).token)
  const [coach, owner] = [await enter(made.links.coach), await enter(made.links.owner)]
  return {
    ...tempo,
    made,
    coach,
    owner,
    phones: new Map(),
    ideas: new Map(),
    keys: new Map(),
    clusters: new Map(),
    wordings: new Map(),
    today: Date.now(),
    rounds: [],
  }
}

/** One after another, as people come in from the rain. */
export const comeIn = async (room: Room, server: string): Promise<void> => {
  for (const name of Object.keys(people) as Name[]) {
    if (name === onPaper) continue
    room.phones.set(name, await connect(server, (await joinWith(server, room.made.links.join)).token))
    await room.rest(0.2, 1.2)
  }
}

export const phoneOf = (room: Room, name: Name): Person => {
  const phone = room.phones.get(name)
  if (!phone) throw new Error(`${name} has no phone.`)
  return phone
}

/** Who has no phone says it on paper, and the coach enters it. */
export const write = async (
  room: Room,
  name: Name,
  as: string,
  phase: string,
  text: string,
  more: { who?: string; by?: string; day?: string } = {},
): Promise<void> => {
  const common = { as, text, phase, ...more }
  const key = newId()
  const answer =
    name === onPaper
      ? await must(room.coach, { type: 'idea.enter', ...common })
      : await must(phoneOf(room, name), { type: 'idea.post', key, ...common })
  room.ideas.set(text, String(answer['idea']))
  if (name !== onPaper) room.keys.set(text, key)
}

export const ideaOf = (room: Room, text: string): string => {
  const idea = room.ideas.get(text)
  if (!idea) throw new Error(`Nobody wrote: ${text}`)
  return idea
}

/** The desk hears of ideas in batches: shared is what the coach has been able to read. */
export const share = async (room: Room, as: string, texts: string[]): Promise<void> => {
  const { desk, board } = room.coach
  const listed = () => texts.every((text) => desk?.map('ideas').has(ideaOf(room, text)) || board.map('ideas').has(ideaOf(room, text)))
  await desk?.until(listed, 'the desk has heard of everything')
  await room.rest(3, 5)
  await must(room.coach, { type: 'ideas.release', ideas: 'all', as })
}

/** The current phase, entered through the programme. */
export const go = async (room: Room, what: string): Promise<string> => {
  const { phase } = await must(room.coach, { type: 'phase.next' })
  room.say(what)
  return String(phase)
}
