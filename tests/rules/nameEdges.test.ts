/** The names of groups at their edges: who is asked, what is said twice, in which order anything is told, and what goes with a name. */
import { describe, expect, test } from 'vitest'
import { createWhole } from '../../server/live/whole.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { unlisted } from '../../shared/domain/ideas/listing.ts'
import type { NameVerdict } from '../../shared/domain/names/answer.ts'
import { rowOf } from '../../shared/domain/names/row.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import { aPlein, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { anneke, fatma, joost, type Person } from '../support/people.ts'

const batch = 5000
const authors = Array.from({ length: 10 }, (_, at) => `author ${at}`)

/** "Groen" with the ideas of so many authors, "Verkeer" with those of so many others; all of them are asked about both. */
const asked = (green: number, traffic = 0) => {
  const story = given(aPlein('ideas'), opened, entered('ideas'))
  const idea: Record<string, string> = {}
  for (const author of authors.slice(0, green + traffic)) {
    story.when(fatma, { type: 'idea.post', key: keyOf(author), as: 'idea', text: `Idee van ${author}`, phase: 'ideas' })
    idea[author] = String(story.answer['idea'])
  }
  story.later(batch).when(joost, { type: 'ideas.release', ideas: 'all' })
  const group = (name: string, from: number, to: number) => {
    story.when(joost, { type: 'cluster.create', name, ideas: authors.slice(from, to).map((author) => idea[author]!), open: true })
    return String(story.answer['cluster'])
  }
  const ids = { Groen: group('Groen', 0, green), Verkeer: group('Verkeer', green, green + traffic) }
  story.when(joost, { type: 'cluster.ask', clusters: Object.values(ids), asking: true })
  const says = (author: string, answer: NameVerdict, words?: string, name: keyof typeof ids = 'Groen', who: Person = fatma): Story => {
    const about = { type: 'cluster.verify', key: keyOf(author), cluster: ids[name], name, answer } as const
    return story.when(who, words === undefined ? about : { ...about, words })
  }
  return Object.assign(story, { idea, ids, says })
}
const ledger = ({ last }: Story) => (last.ok ? last.ledger : null)
const told = (story: ReturnType<typeof asked>, name: 'Groen' | 'Verkeer' = 'Groen') =>
  nameChecks(story.plein).find(({ cluster }) => cluster === story.ids[name])
/** What the desk is told whenever this is asked. */
const desk = (story: Story) => {
  const whole = createWhole()
  return () => whole.next(story.plein).flatMap(({ message }) => ('names' in message ? [message.names] : []))
}

describe('asking', () => {
  const ask = (clusters: string[] | 'all', asking: boolean): Command => ({ type: 'cluster.ask', clusters, asking })

  test('G1 C3 a group is asked about once, however often it is named; one that is not there is refused by name, and nobody is asked', () => {
    const story = asked(2)
    const { Groen, Verkeer } = story.ids
    story.when(joost, ask('all', false)).when(joost, { type: 'cluster.ask', clusters: [Groen, Verkeer], asking: false })
    story.when(joost, ask([Groen, 'nergens'], true)).then({ code: 'cluster-unknown', cluster: 'nergens' })
    story.when(joost, { type: 'cluster.remove', cluster: Verkeer })
    story.when(joost, ask([Groen, Verkeer], true)).then({ code: 'cluster-removed', cluster: Verkeer })
    story.when(joost, ask([Groen, Groen], true))
    const signature = { by: 'coach', seat: 'seat-joost', at: story.world.now() }
    expect(story.events).toEqual([{ type: 'clusters.asked', clusters: [Groen], asking: true, ...signature }])
  })

  test('G1 of a group that left the board a coach can still stop asking', () => {
    const story = given(aPlein('ideas'), opened, entered('ideas'))
    story.when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'idea', text: 'Bomen', phase: 'ideas' })
    const idea = String(story.answer['idea'])
    story.later(batch).when(joost, { type: 'ideas.release', ideas: 'all' })
    story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: [idea] })
    const groen = String(story.answer['cluster'])
    story
      .when(joost, ask([groen], true))
      .then([{ type: 'clusters.asked', clusters: [groen], asking: true }])
      .when(joost, { type: 'idea.hide', ideas: [idea] })
      .when(anneke, ask([groen], false))
      .then([{ type: 'clusters.asked', clusters: [groen], asking: false }])
  })
})

describe('answering', () => {
  test('L2 G3 the same answer again changes nothing', () => {
    const story = asked(3)
    for (const words of [undefined, 'Bomen']) {
      const answer = () => story.says('author 0', words === undefined ? 'yes' : 'words', words)
      answer()
      expect([story.events, ledger(story)?.length]).toEqual([[], 1])
      answer()
      expect([story.events, ledger(story)]).toEqual([[], []])
    }
  })

  test('G1 who never took it out has it out nowhere else; laid back by a coach, it is taken out again', () => {
    const story = asked(3)
    const [idea, Groen] = [story.idea['author 0'] as string, story.ids.Groen]
    const lay = (cluster: string) => story.when(joost, { type: 'ideas.assign', ideas: [idea], cluster })
    lay(story.ids.Verkeer)
    story.says('author 0', 'out').then({ code: 'idea-elsewhere', cluster: Groen })
    lay(Groen)
    for (const _ of ['once', 'again']) {
      story.says('author 0', 'out').then([{ type: 'idea.placed', idea, from: Groen, cluster: null }])
      lay(Groen)
    }
    story.says('author 0', 'yes').then([])
  })

  test('A16 G5 who was stopped finds no other words, and can still say yes and take the own idea out', () => {
    const story = asked(3)
    const by = (answer: NameVerdict, words?: string) => story.says('author 0', answer, words, 'Groen', { ...fatma, muted: true })
    by('words', 'Bomen').then({ code: 'muted' })
    expect(story.plein.names.size).toBe(0)
    by('yes').then([])
    by('out').then([{ type: 'idea.placed', cluster: null }])
  })

  test('G1 I3 other words that are none are refused', () => {
    const story = asked(3)
    story.says('author 0', 'words').then({ code: 'text-empty' })
    expect(story.plein.names.size).toBe(0)
  })
})

describe('what coaches are told', () => {
  test('G3 G5 an answer waits for the next batch when it brings something, and nothing waits after that', () => {
    const story = asked(4)
    const waits = () => unlisted(story.plein)
    story.says('author 0', 'yes')
    story.says('author 1', 'yes')
    expect(waits()).toBe(false)
    story.says('author 2', 'yes')
    expect(waits()).toBe(true)
    story.later(batch)
    expect(waits()).toBe(false)
    story.says('author 3', 'words', 'Bomen')
    expect(waits()).toBe(true)
    story.later(batch)
    expect(waits()).toBe(false)
  })

  test('G3 S2 what is noted of a batch, and in which order words and groups are told, says nothing of who answered when', () => {
    const hashOf = (author: string) => asked(0).world.hash(keyOf(author))
    const byHash = authors.slice(0, 4).sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1))
    for (const order of [byHash, [...byHash].reverse()]) {
      const story = asked(4)
      for (const author of order) story.says(author, 'words', ['Water', 'Struiken', 'Gras', 'Bomen'][byHash.indexOf(author)])
      story.later(batch)
      const rows = byHash.map((author) => rowOf(hashOf(author), story.ids.Groen))
      expect(ledger(story)?.map((change) => ('keep' in change && change.keep === 'name' ? change.row : change))).toEqual(rows)
      expect(told(story)?.suggestions).toEqual(['Bomen', 'Gras', 'Struiken', 'Water'])
    }
    for (const first of [0, 3]) {
      const story = asked(3, 3)
      for (const at of [0, 1, 2, 3, 4, 5].map((at) => (at + first) % 6))
        story.says(authors[at]!, 'yes', undefined, at < 3 ? 'Groen' : 'Verkeer')
      story.later(batch)
      expect(nameChecks(story.plein).map(({ cluster }) => cluster)).toEqual(Object.values(story.ids).sort())
    }
  })

  test('G4 three of ten that say no are a reason to look at the name', () => {
    const story = asked(10)
    for (const [at, author] of authors.entries()) story.says(author, at < 3 ? 'words' : 'yes', at < 3 ? 'Bomen' : undefined)
    story.later(batch)
    expect(told(story)?.figures).toEqual({ yes: 7, no: 3, flagged: true })
  })

  test('G3 C7 of a group that a coach removed nothing is told; taken back, it has what was said of it', () => {
    const story = asked(3)
    for (const author of authors.slice(0, 3)) story.says(author, 'yes')
    story.later(batch)
    const now = desk(story)
    const before = [{ cluster: story.ids.Groen, figures: { yes: 3, no: 0, flagged: false }, suggestions: [] }]
    expect(now()).toEqual([before])
    story.when(joost, { type: 'cluster.remove', cluster: story.ids.Groen })
    expect(now()).toEqual([[]])
    story.when(joost, { type: 'undo' })
    expect(now()).toEqual([before])
  })

  test('G3 three whose ideas are withdrawn leave the figures together, with the next batch and not before', () => {
    const story = asked(6)
    for (const author of authors.slice(0, 6)) story.says(author, 'yes')
    story.later(batch)
    const now = desk(story)
    now()
    for (const author of authors.slice(0, 3)) story.when(fatma, { type: 'idea.withdraw', key: keyOf(author) })
    expect(now()).toEqual([])
    story.later(batch)
    expect(now()).toEqual([[{ cluster: story.ids.Groen, figures: { yes: 3, no: 0, flagged: false }, suggestions: [] }]])
  })

  test('G2 the figures about a name go from the desk with that name; of a group of which nobody said anything nothing goes', () => {
    const story = asked(3)
    for (const author of authors.slice(0, 3)) story.says(author, 'yes')
    story.later(batch)
    const now = desk(story)
    now()
    story.when(joost, { type: 'cluster.rename', cluster: story.ids.Verkeer, name: 'Fietsen' })
    expect([ledger(story), now()]).toEqual([[], []])
    story.when(joost, { type: 'cluster.rename', cluster: story.ids.Groen, name: 'Bomen' })
    const rows = authors.slice(0, 3).map((author) => rowOf(story.world.hash(keyOf(author)), story.ids.Groen))
    expect([ledger(story), now()]).toEqual([[{ erase: 'names', rows }], [[]]])
  })

  test('G2 G5 whose answer about one name went with that name takes the words about another one back too', () => {
    const story = asked(3)
    story.says('author 0', 'yes')
    story.when(joost, { type: 'ideas.assign', ideas: [story.idea['author 0'] as string], cluster: story.ids.Verkeer })
    story.says('author 0', 'words', 'Fietsen', 'Verkeer').later(batch)
    expect(told(story, 'Verkeer')?.suggestions).toEqual(['Fietsen'])
    story.when(joost, { type: 'cluster.rename', cluster: story.ids.Groen, name: 'Bomen' })
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('author 0') })
    expect(told(story, 'Verkeer')).toBeUndefined()
  })

  test('G3 what tells coaches nothing new makes no list anew', () => {
    const story = asked(3)
    const { changes } = story.plein
    const moved = (deed: () => Story): boolean => {
      const before = changes.names
      deed()
      return changes.names !== before
    }
    expect(moved(() => story.when(joost, { type: 'cluster.rename', cluster: story.ids.Verkeer, name: 'Fietsen' }))).toBe(false)
    for (const author of authors.slice(0, 3)) expect(moved(() => story.says(author, 'yes'))).toBe(false)
    expect(moved(() => story.later(batch))).toBe(true)
    expect(moved(() => story.says('author 0', 'words', 'Bomen'))).toBe(false)
    expect(moved(() => story.later(batch))).toBe(true)
  })

  test('G6 whatever was taken back just before, coaches hear that no words are left when the Plein is closed for good', () => {
    const story = asked(3)
    for (const author of authors.slice(0, 2)) story.says(author, 'words', `Bomen van ${author}`)
    story.later(batch)
    const now = desk(story)
    expect(now()).toMatchObject([[{ suggestions: ['Bomen van author 0', 'Bomen van author 1'] }]])
    story.when(joost, { type: 'plein.close', confirmed: true }).world.pass(60_000)
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('author 0') }).later(0)
    expect(story.plein.sealed).toBe(true)
    expect(now()).toEqual([[]])
  })
})
