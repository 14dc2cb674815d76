import { describe, expect, test } from 'vitest'
import { create } from '../../shared/domain/life/create.ts'
import { kinds } from '../../shared/domain/phases/kinds.ts'
import { templateNames, templates } from '../../shared/domain/templates/templates.ts'
import { aPlein, aPleinWith, closed, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { anneke, beamer, clock, fatma, joost, olga, ria, samir, wim } from '../support/people.ts'
import { casts, close, reveal, voteOn } from '../support/voting.ts'
import { morning, testWorld } from '../support/world.ts'

const minute = 60_000
const wish = { title: 'Plein over het groen', dilemma: 'Wie zorgt er voor het groen?' }
const made = (decision: ReturnType<typeof create>) => {
  const [event] = decision.ok ? decision.events : []
  if (event?.type !== 'plein.created') throw new Error(JSON.stringify(decision))
  return event
}

describe('A1 an organiser makes a Plein', () => {
  test('A1 the dilemma is the first link of the question chain, and it is kept for 90 days', () => {
    const event = made(create(wish, testWorld()))
    expect(event.framing).toMatchObject({ text: 'Wie zorgt er voor het groen?', order: 0, by: 'organiser', phase: null, sources: [] })
    expect(event.retainUntil).toBe(Date.UTC(2026, 5, 10))
    expect(event).toMatchObject({
      locale: 'nl',
      by: 'organiser',
      seat: null,
      at: morning,
      settings: { ownerAdopts: false, ownerListens: true, perspectives: [], address: null },
    })
    expect(event.phases.length).toBe(templates['half-day'].length)
  })

  test.each(templateNames)(
    'A1 the programme %s has a welcome, asks for ideas or questions, reframes, and ends with a harvest, in both languages',
    (name) => {
      const [nl, en] = (['nl', 'en'] as const).map((locale) => made(create({ ...wish, programme: name, locale }, testWorld())).phases)
      expect(nl?.map((phase) => phase.kind)).toEqual(en?.map((phase) => phase.kind))
      const played = nl?.map((phase) => phase.kind) ?? []
      expect(played[0]).toBe('welcome')
      expect(played.at(-1)).toBe('harvest')
      const asks = name === 'question-burst' ? ['burst'] : ['ideas', 'cluster', 'vote']
      expect(played).toEqual(expect.arrayContaining([...asks, 'reframe']))
      expect(new Set(nl?.map((phase) => phase.id)).size).toBe(played.length)
      for (const phase of nl ?? []) expect(phase).toMatchObject({ played: 0, skipped: false, repeats: null })
    },
  )

  test('A1 in the programme of half a day the room proposes wordings, then the question is written before it; it takes three and a half hours', () => {
    const { phases } = made(create({ ...wish, programme: 'half-day' }, testWorld()))
    expect(phases.map((phase) => phase.kind).slice(-3)).toEqual(['reframe', 'write', 'harvest'])
    expect(phases.reduce((all, { settings }) => all + (settings.minutes ?? 0), 0)).toBe(210)
  })

  test("A1 phases of one's own get the defaults of their kind", () => {
    const { phases } = made(
      create({ ...wish, programme: [{ kind: 'ideas', title: ' Brainstorm ', settings: { minutes: 7 } }] }, testWorld()),
    )
    expect(phases).toMatchObject([{ kind: 'ideas', title: 'Brainstorm', settings: { ...kinds.ideas.defaults, minutes: 7 } }])
    const open = made(
      create({ ...wish, programme: [{ kind: 'vote', title: undefined, settings: { over: undefined, minutes: null } }] }, testWorld()),
    )
    expect(open.phases).toMatchObject([{ title: null, settings: { over: 'clusters', minutes: null } }])
  })

  test('A1 texts are checked, and nothing is made', () => {
    const world = testWorld()
    expect(create({ ...wish, title: ' ' }, world)).toEqual({ ok: false, refusal: { code: 'text-empty' } })
    expect(create({ ...wish, dilemma: 'a\u202eb' }, world)).toEqual({ ok: false, refusal: { code: 'text-forbidden', character: 'U+202E' } })
    expect(create({ ...wish, settings: { perspectives: ['a'.repeat(41)] } }, world)).toMatchObject({ refusal: { code: 'text-too-long' } })
    expect(create({ ...wish, programme: [{ kind: 'ideas', settings: { prompt: '\u0007' } }] }, world)).toMatchObject({
      refusal: { code: 'text-forbidden' },
    })
    expect(create({ ...wish, programme: [{ kind: 'ideas' }, { kind: 'vote' }] }, testWorld(1, { phases: 1 }))).toMatchObject({
      refusal: { code: 'too-many-phases', maximum: 1 },
    })
  })
})

describe('A2 prepared, open, closed', () => {
  test('A2 opening enters the first phase that is not skipped', () => {
    given(aPlein('welcome', 'ideas'), {
      type: 'phase.skipped',
      phase: 'welcome',
      skipped: true,
      by: 'coach',
      seat: 'seat-joost',
      at: morning,
    })
      .when(joost, { type: 'plein.open' })
      .then([
        { type: 'plein.opened', by: 'coach', seat: 'seat-joost', at: morning },
        { type: 'phase.entered', phase: 'ideas' },
      ])
      .when(anneke, { type: 'plein.open' })
      .then({ code: 'plein-open' })
  })

  test('A2 a Plein without a programme opens too', () => {
    given(aPlein())
      .when(joost, { type: 'plein.open' })
      .then([{ type: 'plein.opened' }])
  })

  test('A2 before it is open Fatma waits', () => {
    given(aPlein('ideas'))
      .when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'idea', text: 'Vast een idee', phase: 'ideas' })
      .then({ code: 'plein-not-open' })
  })
})

describe('A3 closing is confirmed, with the counts', () => {
  test('A3 the counts say what the room has not seen', () => {
    given(
      aPlein('ideas'),
      opened,
      entered('ideas'),
      posted('a', 'een'),
      posted('b', 'twee'),
      posted('c', 'drie'),
      listed('a', 'b', 'c'),
      released('a'),
      {
        type: 'idea.edited',
        idea: 'a',
        text: 'een, maar beter',
        waits: true,
      },
      listed('a'),
    )
      .when(joost, { type: 'plein.close' })
      .then({ code: 'not-confirmed', counts: { unreleased: 2, edits: 1, openRounds: 0, notShown: 0 } })
      .when(joost, { type: 'plein.close', confirmed: true })
      .then([{ type: 'plein.closed', by: 'coach', seat: 'seat-joost' }])
      .when(fatma, { type: 'idea.post', key: keyOf('f'), as: 'idea', text: 'Te laat', phase: 'ideas' })
      .then({ code: 'plein-closed' })
  })

  test('A3 a result that the room was never shown is counted, closed or counted, and none that is held back', () => {
    const vote = voteOn(['Groen', 'Water'])
    const { story } = vote
    const asked = (counts: { openRounds: number; notShown: number }) =>
      story.when(joost, { type: 'plein.close' }).then({ code: 'not-confirmed', counts: { unreleased: 0, edits: 0, ...counts } })
    for (const who of [fatma, ria, samir]) casts(vote, who, { groen: 1 })
    asked({ openRounds: 1, notShown: 0 })
    close(vote)
    asked({ openRounds: 0, notShown: 1 })
    story.later(minute)
    asked({ openRounds: 0, notShown: 1 })
    story.when(joost, { type: 'round.open', again: vote.round })
    const again = { ...vote, round: story.answer['round'] as string }
    for (const who of [fatma, ria]) casts(again, who, { water: 1 })
    story.when(joost, { type: 'ballot.enter', round: again.round, paper: 1, dots: {} })
    close(again)
    asked({ openRounds: 0, notShown: 1 })
    story.later(minute)
    reveal(vote)
    asked({ openRounds: 0, notShown: 0 })
  })
})

describe('A4 closing can be taken back for a short while', () => {
  test('A4 within a minute, by any coach, and everything goes on', () => {
    const story = given(aPlein('ideas'), opened, entered('ideas'), closed)
      .later(minute - 1)
      .then([])
    story.when(anneke, { type: 'plein.reopen' }).then([{ type: 'plein.reopened', by: 'coach', seat: 'seat-anneke' }])
    expect(story.plein).toMatchObject({ stage: 'open', closedAt: null, current: 'ideas' })
  })

  test('A4 also when the clock is set back a little just after closing; by more than a minute it is over', () => {
    const story = given(aPlein('welcome'), opened).when(joost, { type: 'plein.close', confirmed: true })
    story.later(-2000).then([])
    story.when(anneke, { type: 'plein.reopen' }).then([{ type: 'plein.reopened' }])
    story.when(joost, { type: 'plein.close', confirmed: true })
    story.later(-60_001)
    expect(story.plein.sealed).toBe(true)
  })

  test('A4 after that it says how long it could', () => {
    const story = given(aPlein('ideas'), opened, closed)
    story.world.pass(minute)
    story.when(joost, { type: 'plein.reopen' }).then({ code: 'too-late', seconds: 60 })
  })

  test('A4 an open Plein has nothing to take back', () => {
    given(aPlein('ideas'), opened).when(joost, { type: 'plein.reopen' }).then({ code: 'plein-open' })
  })
})

describe('A5 then it is closed for good', () => {
  const story = () =>
    given(aPlein('ideas'), opened, entered('ideas')).when(fatma, {
      type: 'idea.post',
      key: keyOf('f'),
      as: 'idea',
      text: 'Meer bankjes',
      phase: 'ideas',
    })

  test('A5 edit keys are erased and the documents get a new epoch', () => {
    const sealed = story().when(joost, { type: 'plein.close', confirmed: true })
    expect(sealed.plein.keys.size).toBe(1)
    sealed.later(minute).then([{ type: 'desk.listed' }, { type: 'plein.sealed', by: 'server', seat: null }])
    expect(sealed.plein).toMatchObject({ sealed: true, epoch: 2, stage: 'closed' })
    expect(sealed.plein.keys.size).toBe(0)
    sealed.later(minute).then([])
  })

  test('A5 a server that comes back late still seals', () => {
    story()
      .when(joost, { type: 'plein.close', confirmed: true })
      .later(86_400_000)
      .then([{ type: 'desk.listed' }, { type: 'plein.sealed' }])
  })

  test('A5 nothing is sealed that is open', () => {
    story()
      .later(86_400_000)
      .then([{ type: 'desk.listed' }])
  })

  test('A5 what was not counted is counted, and no ballot and no voter is left anywhere', () => {
    const told = given(
      aPlein('ideas', 'vote'),
      opened,
      posted('a', 'een'),
      posted('b', 'twee'),
      listed('a', 'b'),
      released('a', 'b'),
      entered('vote'),
    )
    const voters = [fatma, ria, samir]
    const vote = (question: string): string => {
      const round = String(told.when(joost, { type: 'round.open', over: 'ideas', question, budget: 1, maximum: 1 }).answer['round'])
      for (const who of voters) told.when(who, { type: 'ballot.cast', round, dots: { [who === fatma ? 'a' : 'b']: 1 } }).then([])
      return round
    }
    const counted = vote('Eerst')
    told
      .when(joost, { type: 'round.close', round: counted, confirmed: true })
      .later(minute)
      .then([{ type: 'round.counted', round: counted }])
    const open = vote('Daarna')
    told.when(joost, { type: 'plein.close', confirmed: true }).later(minute)
    told.then([{ type: 'round.counted', round: open, ballots: null, by: 'server', seat: null }, { type: 'plein.sealed' }])
    expect(told.plein.ballots.size).toBe(0)
    const kept = told.log.filter((event) => event.type === 'round.counted')
    expect(kept).toHaveLength(2)
    for (const event of kept) {
      expect(event.ballots).toBeNull()
      expect(event.final?.rows.map(({ item, dots }) => [item, dots]).sort()).toEqual([
        ['a', 1],
        ['b', 2],
      ])
    }
    expect(JSON.stringify(told.log)).not.toMatch(/seat-(fatma|ria|samir)/u)
  })

  test('A6 nothing but reading is left, and who may read', () => {
    story()
      .when(joost, { type: 'plein.close', confirmed: true })
      .later(minute)
      .when(fatma, { type: 'mine', keys: [keyOf('f')] })
      .then({ code: 'plein-sealed' })
      .when(fatma, { type: 'idea.withdraw', key: keyOf('f') })
      .then({ code: 'plein-sealed' })
      .when(joost, { type: 'plein.reopen' })
      .then({ code: 'plein-sealed' })
      .when(joost, { type: 'plein.set', title: 'Anders' })
      .then({ code: 'plein-sealed' })
      .when(joost, { type: 'outcome.set', shared: true })
      .then([{ type: 'outcome.set', shared: true }])
      .when(joost, { type: 'link.rotate', role: 'coach', secret: 'x'.repeat(43) })
      .then([])
  })
})

describe('A9 a perspective stands on the seat only', () => {
  const story = () => given(aPleinWith({ perspectives: ['bewoner', 'ondernemer'] }, 'checkin'), opened, entered('checkin'))

  test('A9 one of those that the coach offers, or none', () => {
    const told = story().when(fatma, { type: 'seat.perspective', perspective: 'bewoner' }).then([]).answers({})
    expect(told.plein.seats.get('seat-fatma')?.perspective).toBe('bewoner')
    expect(told.plein.seats.get('seat-ria')?.perspective).toBeNull()
    told.when(fatma, { type: 'seat.perspective', perspective: null }).then([])
    expect(told.plein.seats.get('seat-fatma')?.perspective).toBeNull()
  })

  test('A9 an own invention is refused', () => {
    story()
      .when(ria, { type: 'seat.perspective', perspective: 'wethouder' })
      .then({ code: 'perspective-unknown', perspective: 'wethouder' })
  })
})

describe('A10 settings, door and outcome', () => {
  test('A10 a coach changes the title and the settings; only what changes is told', () => {
    given(aPlein('welcome'))
      .when(joost, {
        type: 'plein.set',
        title: ' Plein over bomen ',
        settings: { ownerAdopts: false, perspectives: ['bewoner', 'bewoner', ' partner '] },
      })
      .then([{ type: 'plein.set', title: 'Plein over bomen', settings: { perspectives: ['bewoner', 'partner'] } }])
      .when(joost, { type: 'plein.set', title: 'Plein over bomen' })
      .then({ code: 'nothing-changed' })
      .when(joost, { type: 'plein.set' })
      .then({ code: 'nothing-changed' })
  })

  test('A10 how long it is kept is for the organiser, also when it is closed for good', () => {
    const until = Date.UTC(2026, 3, 1, 15)
    const story = given(aPlein('welcome'), opened)
      .when(joost, { type: 'plein.set', retainUntil: until })
      .then({ code: 'not-allowed', role: 'coach' })
      .when(olga, { type: 'plein.set', retainUntil: until })
      .then([{ type: 'plein.set', retainUntil: Date.UTC(2026, 3, 1), by: 'organiser', seat: null }])
      .when(joost, { type: 'plein.close', confirmed: true })
      .later(minute)
      .when(olga, { type: 'plein.set', retainUntil: Date.UTC(2026, 2, 20) })
      .then([{ type: 'plein.set', retainUntil: Date.UTC(2026, 2, 20) }])
      .when(olga, { type: 'plein.set', title: 'Anders', retainUntil: until })
      .then({ code: 'plein-sealed' })
    expect(story.plein.title).toBe('Plein over het groen')
  })

  test('A11 the date of an Oefen-Plein can come sooner, and never later than a day after it was made', () => {
    const { world } = given()
    const made = create({ title: 'Oefenen', dilemma: 'Hoe oefenen we?', practice: true }, world)
    if (!made.ok) throw new Error(made.refusal.code)
    const story = given(...made.events)
    expect(story.plein.retainUntil).toBe(story.plein.createdAt + 86_400_000)
    story.when(olga, { type: 'plein.set', retainUntil: story.plein.createdAt + 90 * 86_400_000 })
    story.then({ code: 'practice-ends' })
    expect(story.plein.retainUntil).toBe(story.plein.createdAt + 86_400_000)
    story.when(olga, { type: 'plein.set', retainUntil: story.plein.retainUntil }).then([{ type: 'plein.set' }])
    expect(story.plein.retainUntil).toBeLessThanOrEqual(story.plein.createdAt + 86_400_000)
  })

  test('A10 the door is locked and opened', () => {
    given(aPlein('welcome'), opened)
      .when(joost, { type: 'door.set', locked: true })
      .then([{ type: 'door.set', locked: true }])
      .when(anneke, { type: 'door.set', locked: true })
      .then({ code: 'nothing-changed' })
  })

  test('A8 the owner and the screen change nothing of it', () => {
    for (const who of [wim, beamer, fatma])
      given(aPlein('welcome'), opened)
        .when(who, { type: 'door.set', locked: true })
        .then({ code: 'not-allowed', command: 'door.set', role: who.role })
  })

  test("A7 nobody sends what is the server's own", () => {
    given(aPlein('welcome'), opened)
      .when(joost, { type: 'time.passed' })
      .then({ code: 'not-allowed' })
      .when(clock, { type: 'time.passed' })
      .then([])
  })
})
