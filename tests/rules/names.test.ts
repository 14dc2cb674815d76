import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import type { NameVerdict } from '../../shared/domain/names/answer.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import { aPlein, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { anneke, beamer, fatma, joost, wim } from '../support/people.ts'

const batch = 5000
const authors = Array.from({ length: 8 }, (_, at) => `author ${at}`)

/** A group "Groen" on the board in which each of these has one idea, and another one, "Verkeer". */
const grouped = (count: number): Story & { ids: string[]; green: string; traffic: string } => {
  const story = given(aPlein('ideas', 'cluster'), opened, entered('ideas'))
  const ids = authors.slice(0, count).map((author) => {
    story.when(fatma, { type: 'idea.post', key: keyOf(author), as: 'idea', text: `Idee van ${author}`, phase: 'ideas' })
    return String(story.answer['idea'])
  })
  story.later(batch).when(joost, { type: 'ideas.release', ideas: 'all' })
  story.when(joost, { type: 'cluster.create', name: 'Groen', ideas: ids })
  const green = String(story.answer['cluster'])
  story.when(joost, { type: 'cluster.create', name: 'Verkeer', ideas: [], open: true })
  return Object.assign(story, { ids, green, traffic: String(story.answer['cluster']) })
}
const asked = (count: number) => {
  const story = grouped(count)
  story.when(joost, { type: 'cluster.ask', clusters: 'all', asking: true })
  return story
}
const says = (story: ReturnType<typeof grouped>, author: string, answer: NameVerdict, words = 'Bomen', name = 'Groen'): Command =>
  answer === 'words'
    ? { type: 'cluster.verify', key: keyOf(author), cluster: story.green, name, answer, words }
    : { type: 'cluster.verify', key: keyOf(author), cluster: story.green, name, answer }
const figures = (story: ReturnType<typeof grouped>) =>
  nameChecks(story.plein).find(({ cluster }) => cluster === story.green)?.figures ?? null
const suggestions = (story: ReturnType<typeof grouped>) =>
  nameChecks(story.plein).find(({ cluster }) => cluster === story.green)?.suggestions ?? []
const isAsked = (story: ReturnType<typeof grouped>, author: string): boolean => {
  const { answer } = story.when(fatma, { type: 'mine', keys: [keyOf(author)] })
  return (answer as { ideas: Record<string, { asked?: true }> }).ideas[keyOf(author)]?.asked ?? false
}

describe('asking the authors', () => {
  it('G1 a coach asks in all groups that the room sees, and the board says so; the phone hears by its key whether it is to answer', () => {
    const story = grouped(2)
    expect(isAsked(story, 'author 0')).toBe(false)
    story.when(joost, { type: 'cluster.ask', clusters: 'all', asking: true }).then([{ type: 'clusters.asked', clusters: [story.green] }])
    expect(JSON.parse(story.plein.clusters.get(story.green)?.asked ? 'true' : 'false')).toBe(true)
    expect(isAsked(story, 'author 0')).toBe(true)
    story.when(fatma, says(story, 'author 0', 'yes')).then([])
    expect([isAsked(story, 'author 0'), isAsked(story, 'author 1')]).toEqual([false, true])
    story.when(joost, { type: 'cluster.ask', clusters: 'all', asking: true }).then({ code: 'nothing-changed' })
    story.when(anneke, { type: 'cluster.ask', clusters: [story.green], asking: false })
    story.then([{ type: 'clusters.asked', asking: false }])
    expect(isAsked(story, 'author 1')).toBe(false)
    story.when(fatma, says(story, 'author 1', 'yes')).then({ code: 'name-not-asked' })
  })

  it('G1 G4 a round over groups opens though nobody was asked, though answers are out, and though the name is marked', () => {
    for (const answers of [null, 0, 4]) {
      const story = answers === null ? grouped(4) : asked(4)
      for (const author of authors.slice(0, answers ?? 0)) story.when(fatma, says(story, author, 'words'))
      story.later(batch)
      expect(nameChecks(story.plein)[0]?.figures?.flagged ?? false).toBe(answers === 4)
      story
        .when(joost, { type: 'phase.play', kind: 'vote' })
        .when(joost, { type: 'round.open' })
        .then([{ type: 'round.opened' }])
    }
  })

  it('S1 G1 asking in all groups says nothing of an idea that nobody has shared, or that was hidden, in a group that was named aloud', () => {
    const story = grouped(2)
    const open = (name: string, ideas: string[]) => {
      story.when(joost, { type: 'cluster.create', name, ideas, open: true })
      return String(story.answer['cluster'])
    }
    story.when(fatma, { type: 'idea.post', key: keyOf('secret'), as: 'idea', text: 'Nog niet', phase: 'ideas' })
    const secret = String(story.answer['idea'])
    story.later(batch)
    const [, hidden] = [open('Licht', [secret]), open('Water', [story.ids[1]!])]
    story.when(joost, { type: 'idea.hide', ideas: [story.ids[1]!] })
    expect(story.plein.ideas.get(story.ids[1]!)?.cluster).toBe(hidden)
    story.when(joost, { type: 'cluster.ask', clusters: 'all', asking: true }).then([{ type: 'clusters.asked', clusters: [story.green] }])
  })

  it('G1 stopping in all groups stops where every idea was hidden meanwhile too', () => {
    const story = asked(1)
    story.when(joost, { type: 'cluster.create', name: 'Water', ideas: [], open: true })
    const open = String(story.answer['cluster'])
    story.when(joost, { type: 'ideas.assign', ideas: story.ids, cluster: open })
    story.when(joost, { type: 'cluster.ask', clusters: [open], asking: true })
    story.when(joost, { type: 'idea.hide', ideas: story.ids })
    story.when(joost, { type: 'cluster.ask', clusters: 'all', asking: false })
    expect(story.plein.clusters.get(open)?.asked ?? false).toBe(false)
  })

  it('G1 of a group that the room does not see nobody is asked, and its name reaches nobody', () => {
    const story = grouped(1)
    story.when(fatma, { type: 'idea.post', key: keyOf('hidden'), as: 'idea', text: 'Nog niet', phase: 'ideas' })
    const idea = String(story.answer['idea'])
    story.later(batch).when(joost, { type: 'cluster.create', name: 'Geheim', ideas: [idea] })
    const cluster = String(story.answer['cluster'])
    story.when(joost, { type: 'cluster.ask', clusters: [cluster], asking: true }).then({ code: 'cluster-not-shared' })
    story
      .when(fatma, { type: 'cluster.verify', key: keyOf('hidden'), cluster, name: 'Geheim', answer: 'yes' })
      .then({ code: 'cluster-unknown' })
  })

  it('G1 whoever has no key, another idea or another role answers nothing', () => {
    const story = asked(2)
    story.when(fatma, says(story, 'nobody', 'yes')).then({ code: 'key-unknown' })
    story.when(beamer, says(story, 'author 0', 'yes')).then({ code: 'not-allowed' })
    story.when(wim, { type: 'cluster.ask', clusters: 'all', asking: false }).then({ code: 'not-allowed' })
    story.when(joost, { type: 'ideas.assign', ideas: [story.ids[0]!], cluster: story.traffic })
    story.when(fatma, says(story, 'author 0', 'yes')).then({ code: 'idea-elsewhere' })
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('author 1') })
    story.when(fatma, says(story, 'author 1', 'yes')).then({ code: 'idea-withdrawn' })
  })

  it('G1 taken out, an idea is loose, and nothing says which name it left', () => {
    const story = asked(3)
    story.when(fatma, says(story, 'author 0', 'out')).then([{ type: 'idea.placed', idea: story.ids[0], from: story.green, cluster: null }])
    expect(story.plein.ideas.get(story.ids[0]!)?.cluster).toBeNull()
    story.when(fatma, says(story, 'author 0', 'out')).then([])
    story.when(fatma, says(story, 'author 0', 'words', ' ')).then({ code: 'idea-elsewhere' })
    story.when(fatma, says(story, 'author 1', 'words', ' ')).then({ code: 'text-empty' })
    story.when(fatma, says(story, 'author 1', 'words', 'x'.repeat(81))).then({ code: 'text-too-long' })
  })
})

describe('another name', () => {
  it('G2 clears what was said of the old one, asks anew, and refuses what was meant for the old one', () => {
    const story = asked(3)
    for (const author of authors.slice(0, 3)) story.when(fatma, says(story, author, 'yes'))
    story.later(batch)
    expect(figures(story)).toEqual({ yes: 3, no: 0, flagged: false })
    story.when(joost, { type: 'cluster.rename', cluster: story.green, name: 'Bomen' })
    expect([figures(story), isAsked(story, 'author 0')]).toEqual([null, true])
    story.when(fatma, says(story, 'author 0', 'yes')).then({ code: 'cluster-renamed', name: 'Bomen' })
    story.when(fatma, says(story, 'author 0', 'yes', '', 'Bomen')).then([])
    // The old name again: what is left of its figures would tell who has answered since.
    story.when(joost, { type: 'undo' })
    expect([figures(story), story.plein.names.size]).toEqual([null, 0])
  })
})

describe('figures', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])('G3 of %i answers coaches are told what three or more at a time make', (count) => {
    const story = asked(8)
    for (const [at, author] of authors.slice(0, count).entries()) {
      story.when(fatma, says(story, author, at === 0 ? 'words' : 'yes'))
      story.later(batch)
    }
    const told = Math.floor(count / 3) * 3
    expect(figures(story)).toEqual(told === 0 ? null : { yes: told - 1, no: 1, flagged: told === 3 })
  })

  it('G3 all at once they are told at once', () => {
    const story = asked(7)
    for (const author of authors.slice(0, 7)) story.when(fatma, says(story, author, 'yes'))
    story.later(batch)
    expect(figures(story)).toEqual({ yes: 7, no: 0, flagged: false })
  })

  it('G3 no difference is one answer, whoever answers anew, withdraws, or is moved and hidden by a coach', () => {
    const story = asked(5)
    for (const [at, author] of authors.slice(0, 5).entries()) story.when(fatma, says(story, author, at === 0 ? 'words' : 'yes'))
    story.later(batch)
    const before = figures(story)
    expect(before).toEqual({ yes: 4, no: 1, flagged: false })
    story.when(fatma, says(story, 'author 1', 'words', 'Gras')).later(batch)
    expect(figures(story)).toEqual(before)
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('author 0') }).later(batch)
    expect(figures(story)).toEqual(before)
    for (const idea of story.ids.slice(2)) {
      story
        .when(joost, { type: 'ideas.assign', ideas: [idea], cluster: null })
        .when(joost, { type: 'idea.hide', ideas: [idea] })
        .later(batch)
      expect(figures(story)).toEqual(before)
    }
    // The third one that changes tells all three.
    story.when(joost, { type: 'ideas.assign', ideas: [story.ids[2]!], cluster: story.green })
    story.when(fatma, says(story, 'author 2', 'out')).later(batch)
    expect(figures(story)).toEqual({ yes: 2, no: 2, flagged: true })
    expect(story.plein.names.size).toBe(4)
  })

  it('G3 an idea counts once, however often its author answers', () => {
    const story = asked(3)
    for (const answer of ['yes', 'words', 'yes', 'yes'] as const) story.when(fatma, says(story, 'author 0', answer)).later(batch)
    expect([figures(story), story.plein.names.size]).toEqual([null, 1])
  })

  it.each([
    [3, 0, false],
    [3, 1, true],
    [4, 1, false],
    [7, 2, false],
    [7, 3, true],
    [6, 2, true],
    [8, 8, true],
  ])('G4 of %i answers with %i times no the group is marked: %s', (count, no, flagged) => {
    const story = asked(8)
    for (const [at, author] of authors.slice(0, count).entries()) story.when(fatma, says(story, author, at < no ? 'words' : 'yes'))
    story.later(batch)
    expect(figures(story)?.flagged).toBe(flagged)
  })

  it('G4 a group of two ideas is never marked', () => {
    const story = asked(2)
    for (const author of authors.slice(0, 2)) story.when(fatma, says(story, author, 'words'))
    story.later(batch)
    expect([figures(story), suggestions(story)]).toEqual([null, ['Bomen']])
  })
})

describe('other words', () => {
  it('G5 come with a batch, each once and in the order of the alphabet, and go when their author says otherwise or withdraws', () => {
    const story = asked(4)
    story.when(fatma, says(story, 'author 0', 'words', 'Zwerfgroen')).when(fatma, says(story, 'author 1', 'words', 'Bomen'))
    expect(suggestions(story)).toEqual([])
    story.when(fatma, says(story, 'author 2', 'words', 'Bomen')).later(batch)
    expect(suggestions(story)).toEqual(['Bomen', 'Zwerfgroen'])
    story.when(fatma, says(story, 'author 0', 'words', 'Gras'))
    expect(suggestions(story)).toEqual(['Bomen', 'Zwerfgroen'])
    story.later(batch)
    expect(suggestions(story)).toEqual(['Bomen', 'Gras'])
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('author 0') })
    expect(suggestions(story)).toEqual(['Bomen'])
    expect(JSON.stringify(story.log)).not.toMatch(/Zwerfgroen|Gras/)
  })

  it('G6 nothing of it is left when the Plein is closed for good', () => {
    const story = asked(4)
    for (const author of authors.slice(0, 4)) story.when(fatma, says(story, author, 'words', 'Gras'))
    story.when(joost, { type: 'plein.close', confirmed: true }).later(60_000)
    expect([story.plein.names.size, nameChecks(story.plein)]).toEqual([0, []])
    expect(JSON.stringify(story.log)).not.toContain('Gras')
  })
})
