import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { boardModel, deskEars, deskModel } from '../support/boardModel.ts'
import { aPlein, entered, given, keyOf, listed, opened, posted, released } from '../support/given.ts'
import { type Deed, deeds, live, lively } from '../support/history.ts'
import { fatma, joost, type Person, ria, samir, wim } from '../support/people.ts'
import { bytes, maps, replay, replica } from '../support/replica.ts'
import { enough, runs } from '../support/runs.ts'

const cut = (log: readonly PleinEvent[], sizes: readonly number[]): PleinEvent[][] => {
  const batches: PleinEvent[][] = []
  for (let at = 0, turn = 0; at < log.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    batches.push(log.slice(at, at + size))
    at += size
  }
  return batches
}
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 })

describe('documents of random histories', () => {
  test('D1 replaying in any batching gives the same bytes', () => {
    let events = 0
    fc.assert(
      fc.property(deeds(120), sizes, (all, batches) => {
        const { log } = live(lively(), all).story
        events += log.length
        const once = replay(log)
        const single = replica()
        for (const event of log) single.play([event])
        const some = replica()
        for (const batch of cut(log, batches)) some.play(batch)
        for (const other of [single, some]) {
          expect(bytes(other.board)).toEqual(bytes(once.board))
          expect(bytes(other.desk)).toEqual(bytes(once.desk))
        }
      }),
      { numRuns: runs(40) },
    )
    expect(events).toBeGreaterThan(enough(1000))
  })

  test('D7 written anew at any moment it holds the same, and every replay gives it again to the byte', () => {
    let renewals = 0
    fc.assert(
      fc.property(deeds(80), sizes, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (all, batches, places) => {
        const { log } = live(lively(), all).story
        const plain = replay(log)
        const renewed: PleinEvent = { type: 'documents.renewed', by: 'server', seat: null, at: 0 }
        const changed = [...log]
        for (const place of places) changed.splice(1 + (place % changed.length), 0, renewed)
        renewals += places.length
        const once = replay(changed)
        expect(maps(once.board)).toEqual(maps(plain.board))
        expect(maps(once.desk)).toEqual(maps(plain.desk))
        expect(once.plein.epoch).toBe(plain.plein.epoch + places.length)
        const some = replica()
        for (const batch of cut(changed, batches)) some.play(batch)
        expect(bytes(some.board)).toEqual(bytes(once.board))
        expect(bytes(some.desk)).toEqual(bytes(once.desk))
      }),
      { numRuns: runs(40) },
    )
    expect(renewals).toBeGreaterThan(enough(20))
  })

  test('D2 the board is what the state says, after every command', () => {
    fc.assert(
      fc.property(deeds(100), (all) => {
        const shown = replica()
        const story = lively()
        shown.play(story.log)
        live(story, all, (_, events) => {
          shown.play(events)
          const { meta: _meta, ...board } = maps(shown.board)
          expect(board).toEqual(JSON.parse(JSON.stringify(boardModel(story.plein, (round) => resultOf(story.plein, round)))))
        })
      }),
      { numRuns: runs(40) },
    )
  })

  test('D2 D5 the desk is what the state says, in the words that it was told, after every command', () => {
    const seen = { ideas: 0, places: 0, clusters: 0, merged: 0, marks: 0, owner: 0, rounds: 0, undo: 0 }
    fc.assert(
      fc.property(deeds(100), (all) => {
        const shown = replica()
        const story = lively()
        const { told, hear } = deskEars()
        shown.play(story.log)
        const look = (events: readonly PleinEvent[]): void => {
          shown.play(events)
          hear(story.plein)
          const { meta: _meta, ...desk } = maps(shown.desk)
          // No key: nobody has done anything yet that can be taken back.
          expect({ undo: { steps: [] }, ...desk }).toEqual(
            JSON.parse(JSON.stringify(deskModel(story.plein, told, (round) => resultOf(story.plein, round)))),
          )
          for (const name of Object.keys(desk)) seen[name as keyof typeof seen] += 1
        }
        live(story, all, (_, events) => look(events))
        // Chance seldom counts a vote that it does not show, and hides the word of an owner.
        const ask = (who: Person, command: Command): void => {
          if (story.when(who, command).last.ok) look(story.events)
        }
        const [{ id: vote = '' } = {}] = [...story.plein.phases.values()].filter(({ kind }) => kind === 'vote')
        const [harvest] = [...story.plein.phases.values()].filter(({ kind }) => kind === 'harvest')
        if (harvest) ask(joost, { type: 'phase.enter', phase: harvest.id })
        ask(wim, { type: 'owner.word', text: 'Ik neem u mee.' })
        ask(joost, { type: 'word.hide', hidden: true })
        ask(joost, { type: 'phase.enter', phase: vote })
        ask(joost, { type: 'round.open', over: 'ideas', budget: 3, maximum: 1 })
        const [open] = [...story.plein.rounds.values()].filter(({ status }) => status === 'open')
        if (!open) return
        const dots = Object.fromEntries(open.items.slice(0, 1).map(({ id }) => [id, 1]))
        for (const who of [fatma, ria, samir]) ask(who, { type: 'ballot.cast', round: open.id, dots })
        ask(joost, { type: 'round.close', round: open.id, confirmed: true })
        if (story.later(60_000).last.ok) look(story.events)
      }),
      { numRuns: runs(40) },
    )
    for (const [name, times] of Object.entries(seen)) expect([name, times > enough(10)]).toEqual([name, true])
  })

  test('S1 no text that is not shared, no name of an unseen cluster and no running tally is ever in the bytes of the board', () => {
    const found = { planted: 0, waiting: 0, shared: 0, unseen: 0 }
    const check = (all: readonly Deed[]) => {
      const shown = replica()
      const story = lively()
      shown.play(story.log)
      const everShown = new Set<string>()
      live(story, all, (history, events) => {
        shown.play(events)
        const { plein } = story
        const said = new TextDecoder('latin1').decode(bytes(shown.board))
        const now = JSON.stringify(maps(shown.board))
        for (const idea of plein.ideas.values()) if (idea.released && !idea.hidden && !idea.withdrawn) everShown.add(idea.text)
        for (const [text] of history.canaries) {
          if (!everShown.has(text)) {
            found.waiting++
            expect(said).not.toContain(text)
          }
        }
        for (const idea of plein.ideas.values()) {
          if (idea.released && !idea.hidden && !idea.withdrawn) found.shared++
          else expect(now).not.toContain(`"${idea.id}":{`)
          if (idea.hidden && !idea.withdrawn) expect(now).not.toContain(idea.text)
        }
        for (const [text, id] of history.canaries) if (plein.ideas.get(id)?.withdrawn) expect(now).not.toContain(text)
        const items = new Set([...plein.rounds.values()].flatMap((round) => round.items.map((item) => item.name)))
        for (const cluster of plein.clusters.values()) {
          const seen =
            cluster.open ||
            [...(plein.members.get(cluster.id) ?? [])].some(
              (id) =>
                everShown.has(plein.ideas.get(id)?.text ?? '') &&
                plein.ideas.get(id)?.hidden === false &&
                plein.ideas.get(id)?.withdrawn === false,
            )
          if (seen || items.has(cluster.name)) continue
          found.unseen++
          expect(now).not.toContain(cluster.name)
        }
        for (const round of plein.rounds.values()) {
          if (round.status !== 'counted' || !round.revealed) expect(maps(shown.board)['rounds']?.[round.id]).toMatchObject({ result: null })
        }
        found.planted = Math.max(found.planted, history.canaries.size)
      })
    }
    fc.assert(fc.property(deeds(100), check), { numRuns: runs(40) })
    expect(found.planted).toBeGreaterThan(5)
    expect(found.waiting).toBeGreaterThan(enough(500))
    expect(found.shared).toBeGreaterThan(enough(500))
    expect(found.unseen).toBeGreaterThan(enough(50))
  })

  test('D4 every event that changes a document adds one to its version, the others nothing', () => {
    fc.assert(
      fc.property(deeds(80), (all) => {
        const { log } = live(lively(), all).story
        const shown = replica()
        for (const event of log) {
          const before = { board: maps(shown.board), desk: maps(shown.desk) }
          shown.play([event])
          for (const name of ['board', 'desk'] as const) {
            const { meta: was, ...old } = before[name]
            const { meta: is, ...fresh } = maps(shown[name])
            const changed = JSON.stringify(old) !== JSON.stringify(fresh)
            expect((is?.['v'] as number | undefined) ?? 0).toBe(((was?.['v'] as number | undefined) ?? 0) + (changed ? 1 : 0))
            expect(shown.plein.documents[name].v).toBe((is?.['v'] as number | undefined) ?? 0)
          }
        }
      }),
      { numRuns: runs(25) },
    )
  })
})

describe('one document or the other', () => {
  const room = () => given(aPlein('ideas', 'harvest'), opened, entered('ideas'))
  const documents = (log: readonly PleinEvent[]) => {
    const { board, desk } = replay(log)
    return { board: maps(board), desk: maps(desk) }
  }

  test('D5 the desk knows an idea only after it was listed', () => {
    const story = room().when(fatma, { type: 'idea.post', key: keyOf('Fatma'), as: 'idea', text: 'Kanarie', phase: 'ideas' })
    const id = story.answer['idea'] as string
    expect(JSON.stringify(documents(story.log))).not.toContain(id)
    story.later(5000)
    expect(documents(story.log).desk['ideas']).toEqual({
      [id]: {
        as: 'idea',
        text: 'Kanarie',
        phase: 'ideas',
        late: false,
        entry: 'phone',
        who: null,
        by: null,
        released: false,
        hidden: false,
        edit: null,
      },
    })
    story.when(joost, { type: 'ideas.release', ideas: 'all' })
    expect(documents(story.log).desk['ideas']).toBeUndefined()
    expect(documents(story.log).board['ideas']).toEqual({
      [id]: { as: 'idea', text: 'Kanarie', phase: 'ideas', late: false, entry: 'phone', order: 1, who: null, by: null },
    })
  })

  test('D5 a new wording reaches the desk with the next batch; until then the old one stays', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Eerst', phase: 'ideas' }).later(5000)
    const id = Object.keys(documents(story.log).desk['ideas'] ?? {})[0] as string
    const before = replay(story.log)
    story.when(fatma, { type: 'idea.edit', key, text: 'Daarna' })
    expect(bytes(replay(story.log).desk)).toEqual(bytes(before.desk))
    story.when(joost, { type: 'idea.hide', ideas: [id] })
    expect(documents(story.log).desk['ideas']?.[id]).toMatchObject({ text: 'Eerst', hidden: true })
    story.later(5000)
    expect(documents(story.log).desk['ideas']?.[id]).toMatchObject({ text: 'Daarna', hidden: true })
  })

  test('D5 the waiting wording of a shared idea stands at the desk, and the board keeps the old one', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Eerst', phase: 'ideas' }).later(5000)
    story.when(joost, { type: 'ideas.release', ideas: 'all' }).when(fatma, { type: 'idea.edit', key, text: 'Daarna' })
    const id = story.answer['idea'] as string
    expect(documents(story.log).desk['ideas']).toBeUndefined()
    story.later(5000)
    expect(documents(story.log).desk['ideas']?.[id]).toMatchObject({ text: 'Eerst', edit: 'Daarna', released: true })
    expect(documents(story.log).board['ideas']?.[id]).toMatchObject({ text: 'Eerst' })
    story.when(joost, { type: 'edit.release', idea: id })
    expect(documents(story.log)).toMatchObject({ board: { ideas: { [id]: { text: 'Daarna' } } } })
    expect(documents(story.log).desk['ideas']).toBeUndefined()
  })

  test('D3 a withdrawn idea leaves both documents, and its cluster with it', () => {
    const key = keyOf('Fatma')
    const story = room().when(fatma, { type: 'idea.post', key, as: 'idea', text: 'Kanarie', phase: 'ideas' }).later(5000)
    const id = Object.keys(documents(story.log).desk['ideas'] ?? {})[0] as string
    story.when(joost, { type: 'ideas.release', ideas: 'all' }).when(joost, { type: 'cluster.create', name: 'Vogels', ideas: [id] })
    expect(JSON.stringify(documents(story.log).board)).toMatch(/Kanarie.*Vogels|Vogels.*Kanarie/)
    story.when(fatma, { type: 'idea.withdraw', key })
    const { board, desk } = documents(story.log)
    expect(JSON.stringify([board, desk])).not.toContain('Kanarie')
    expect([board['ideas'], board['places'], board['clusters'], desk['ideas'], desk['places']]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Object.values(desk['clusters'] ?? {})).toMatchObject([{ name: 'Vogels' }])
  })

  test('S1 a text that was shared and hidden in one turn is not in the bytes of that turn', () => {
    const log = [...room().log, posted('boom', 'Kanarie'), listed('boom')]
    const shown = replay(log)
    const story = given(...log)
    story.when(joost, { type: 'ideas.release', ideas: ['boom'] }).when(joost, { type: 'idea.hide', ideas: ['boom'] })
    let sent = ''
    shown.board.on('update', (update: Uint8Array) => {
      sent += new TextDecoder('latin1').decode(update)
    })
    shown.play(story.log.slice(log.length))
    expect(sent).not.toBe('')
    expect(sent).not.toContain('Kanarie')
  })

  test('D1 a document holds copies: what the room writes into its state later does not show through', () => {
    const { plein, board } = replay(room().log)
    const before = structuredClone(maps(board))
    plein.order.push('kanarie')
    plein.settings.perspectives.push('kanarie')
    for (const phase of plein.phases.values()) phase.settings.whoPosts.push('coach')
    for (const framing of plein.framings.values()) framing.sources.push({ kind: 'idea', id: 'kanarie' })
    expect(maps(board)).toEqual(before)
  })

  test('D2 fields stand in the order that the wire names them', () => {
    const story = room().when(joost, { type: 'cluster.create', name: 'Groen', ideas: [], open: true })
    const { board } = documents([...story.log, posted('boom', 'Boom'), listed('boom'), released('boom')])
    const fields = (map: string) => Object.keys(Object.values(board[map] ?? {})[0] as object).join()
    expect(fields('ideas')).toBe('as,text,phase,late,entry,order,who,by')
    expect(fields('clusters')).toBe('name,order,open')
    expect(fields('phases')).toBe('kind,title,settings,played,skipped,repeats,interlude')
    expect(fields('framings')).toBe('text,order,sources,by,at,phase')
  })
})
