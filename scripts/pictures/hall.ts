/** One Plein with so many people and so many ideas, moved on from moment to moment. */
import { perspectives } from '../../server/practice/texts/nl/matter.ts'
import { claimWith, type Made, makePlein } from '../players/http.ts'
import { connect, newId, type Person } from '../players/person.ts'
import { allIn, type Guest } from './guest.ts'
import { type Said, usual } from './texts.ts'

export type Hall = {
  made: Made
  said: Said
  ideas: number
  server: string
  coach: Person
  owner: Person
  guests: Guest[]
  /** By the coach; an error when it is refused. */
  must(command: { type: string } & Record<string, unknown>): Promise<Record<string, unknown>>
  /** Goes to the first phase of this kind; its id. */
  enter(kind: string): Promise<string>
  /** Written by one guest after another, until the desk has heard of all. */
  write(as: string, phase: string, texts: readonly string[], more?: Record<string, unknown>): Promise<string[]>
  leave(): void
}

export const kinds = ['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'plenary', 'reframe', 'write', 'harvest', 'pause'] as const
const minutes: Partial<Record<(typeof kinds)[number], number>> = { ideas: 15, vote: 8, pause: 15 }

export const makeHall = async (server: string, key: string, people: number, ideas: number, said: Said = usual): Promise<Hall> => {
  const made = await makePlein(server, key, {
    title: said.title,
    dilemma: said.dilemma,
    locale: 'nl',
    programme: kinds.map((kind) => ({ kind, settings: kind in minutes ? { minutes: minutes[kind] } : {} })),
    settings: { perspectives, ownerAdopts: true },
  })
  const claimed = async (link: string) => connect(server, (await claimWith(server, link)).token)
  const [coach, owner] = [await claimed(made.links.coach), await claimed(made.links.owner)]
  const guests = await allIn(server, made.links.join, people)
  const must: Hall['must'] = async (command) => {
    const answer = await coach.inOrder(command)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.error.code} ${answer.error.message}`)
    return answer
  }
  const phaseOf = async (kind: string): Promise<string> => {
    const found = () => [...coach.board.map<{ kind: string }>('phases')].find(([, phase]) => phase.kind === kind)?.[0]
    await coach.board.until(() => found() !== undefined, `there is a phase ${kind}`)
    return found() as string
  }
  return {
    made,
    said,
    ideas,
    server,
    coach,
    owner,
    guests,
    must,
    enter: async (kind) => {
      const phase = await phaseOf(kind)
      const answer = await coach.inOrder({ type: 'phase.enter', phase })
      if (!answer.ok && answer.error.code !== 'phase-current') throw new Error(`phase.enter: ${answer.error.message}`)
      return phase
    },
    write: async (as, phase, texts, more = {}) => {
      const written = await Promise.all(
        texts.map(async (text, at) => {
          const answer = await (guests[at % guests.length] as Guest).ask({ type: 'idea.post', key: newId(), as, text, phase, ...more })
          return String(answer['idea'])
        }),
      )
      await coach.desk?.until(
        () => written.every((id) => coach.desk?.map('ideas').has(id)),
        `the desk has heard of ${written.length} texts`,
      )
      return written
    },
    leave: () => {
      coach.leave()
      owner.leave()
      for (const guest of guests) guest.leave()
    },
  }
}
