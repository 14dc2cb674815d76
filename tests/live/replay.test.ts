import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { differencesOf } from '../../scripts/replay/compare.ts'
import { parseSession } from '../../scripts/replay/session.ts'
import { tallyOf } from '../../scripts/replay/tally.ts'
import { awkwardSession, sessionFile } from '../support/session.ts'

const main = fileURLToPath(new URL('../../scripts/replay/main.ts', import.meta.url))
const london = fileURLToPath(new URL('../data/polis-london-live-2022.json', import.meta.url))

const replay = async (...args: string[]) => {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (data) => (said.out += data))
  child.stderr.on('data', (data) => (said.err += data))
  const [code] = await once(child, 'close')
  return { code: code as number, ...said }
}

describe('the replay of a session', () => {
  test('R1 a live workshop of 24 people and 356 votes comes out as its file says', async () => {
    const { code, out, err } = await replay(london, '--speed', '5000', '--phones', '26', '--json')
    expect(code, `${out}\n${err}`).toBe(0)
    const report = JSON.parse(out)
    expect(report).toMatchObject({ ok: true, people: 24, phones: 26, differences: [], counts: { shared: 24, hidden: 0, votes: 356 } })
    expect(report.rounds).toMatchObject([{ votes: 356, ballots: 24, heldBack: false }])
    expect(report.documents).toMatchObject({ compared: 27, different: 0 })
    expect(report.latency.ballot.n).toBe(356)
  })

  test('R5 what the rules refuse is refused by name; rejected texts are hidden; S4 a round of two ballots is held back', async () => {
    const { code, out, err } = await replay(sessionFile(awkwardSession), '--speed', '1000', '--json')
    expect(code, `${out}\n${err}`).toBe(0)
    const report = JSON.parse(out)
    expect(report.refused).toEqual({ 'text-empty': 2, 'text-too-long': 1, 'text-forbidden': 1 })
    expect(report.counts).toMatchObject({
      shared: 5,
      hidden: 2,
      onPaper: 2,
      groups: 3,
      groupsWithoutIdeas: 1,
      votesOnIdeasThatAreNotShared: 2,
    })
    expect(report.rounds).toMatchObject([
      { question: 'Haalbaar', ballots: 4, voters: 2, dots: 3, heldBack: false },
      { ballots: 2, heldBack: true },
    ])
  })

  test('fewer phones than people, a file of another form and a file that is not there are said in a sentence', async () => {
    expect(await replay(london, '--phones', '3')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('24 people') })
    expect(await replay(sessionFile({ format: 'odd-texts/1' }))).toMatchObject({ code: 2, err: expect.stringContaining('real-session/1') })
    expect(await replay('nergens.json')).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') })
    expect(await replay(london, '--server', 'http://127.0.0.1:9')).toMatchObject({ code: 2, err: expect.stringContaining('go together') })
  })
})

describe('the tally', () => {
  const tally = tallyOf(parseSession(JSON.stringify(awkwardSession)))

  test('R1 the last vote on an idea counts, a voter without dots is a ballot and not a voter', () => {
    const [feasible] = tally.rounds ?? []
    expect(feasible).toMatchObject({ ballots: 4, voters: 2 })
    expect(Object.fromEntries(feasible?.rows ?? [])).toMatchObject({
      c1: { dots: 1, voters: 1, spread: [3, 1] },
      c2: { dots: 1, voters: 1, spread: [3, 1] },
      c10: { dots: 1, voters: 1, spread: [3, 1] },
      c3: { dots: 0, voters: 0, spread: [4, 0] },
    })
    expect(feasible?.groups.get(0)).toEqual({ dots: 2, voters: 2, spread: [2, 2] })
  })

  test('an idea of several groups stands in the first; labels fit in a name', () => {
    expect(tally.groups.map(({ members }) => members)).toEqual([['c1', 'c2'], ['c10'], ['c11']])
    expect(tally.groups[1]?.name).toBe('k2')
    expect(tally.groups[2]?.name).toHaveLength(80)
  })

  test('texts are kept untrimmed, with LF and in NFC', () => {
    expect(tally.shared.get('c1')).toBe('  Ruimte\nvoor\nkinderen \n')
    expect(tally.shared.get('c2')).toBe('café')
  })

  test('every kind of difference is found', () => {
    const written = {
      ideas: new Map([...tally.shared.keys(), ...tally.hidden.keys()].map((id) => [id, `idea-${id}`])),
      refused: tally.refused,
    }
    const clusters = tally.groups.map((_, place) => `cluster-${place}`)
    const row = (item: string, line: object) => ({ item, ...line })
    const rounds = (tally.rounds ?? []).map((one, place) => ({ round: `round-${place}`, tally: one, refused: [], counted: one.ballots }))
    const right = () => ({
      clusters: tally.groups.map(({ name, members }, place) => ({
        id: `cluster-${place}`,
        name,
        ideas: members.map((id) => `idea-${id}`),
      })),
      ideas: [...tally.shared].map(([id, text]) => {
        const place = tally.groups.findIndex((group) => group.members.includes(id))
        return { id: `idea-${id}`, text, cluster: place < 0 ? null : `cluster-${place}` }
      }),
      rounds: rounds.map(({ round, tally: one }) => ({
        id: round,
        status: one.heldBack ? 'held-back' : 'shown',
        question: one.question,
        result: one.heldBack
          ? null
          : {
              ballots: one.ballots,
              voters: one.voters,
              rows: [...one.rows].map(([id, line]) => row(`idea-${id}`, line)),
              clusters: [...one.groups].map(([place, line]) => row(`cluster-${place}`, line)),
            },
      })),
      counts: { shared: tally.shared.size, hidden: tally.hidden.size, notShared: 0, withdrawn: 0 },
    })
    const found = (path: string, value: unknown): string[] => {
      const outcome = structuredClone(right())
      const names = path.split('.')
      const last = names.pop() ?? ''
      const inside = names.reduce((part, name) => part[name] as Record<string, unknown>, outcome as Record<string, unknown>)
      inside[last] = value
      return differencesOf(JSON.stringify(outcome), tally, written, clusters, rounds)
    }
    expect(found('counts.hidden', 2)).toEqual([])
    for (const [name, path, value] of [
      ['a text that lost its space', 'ideas.0.text', 'Ruimte\nvoor\nkinderen \n'],
      ['an idea that is missing', 'ideas.length', 4],
      ['a rejected idea', 'ideas.5', { id: 'idea-c5', text: 'Ruimte', cluster: null }],
      ['one dot more', 'rounds.0.result.rows.0.dots', 2],
      ['another spread', 'rounds.0.result.rows.0.spread', [2, 2]],
      ['a voter less', 'rounds.0.result.voters', 1],
      ['a ballot more', 'rounds.0.result.ballots', 5],
      ['a total that should be held back', 'rounds.1.status', 'shown'],
      ['a total that should be shown', 'rounds.0.result', null],
      ['an idea in another group', 'ideas.0.cluster', 'cluster-1'],
      ['a group with another name', 'clusters.0.name', 'Binnen'],
      ['a group that lost an idea', 'clusters.0.ideas', ['idea-c1']],
      ['dots of a group', 'rounds.0.result.clusters.0.dots', 3],
      ['another count', 'counts.hidden', 0],
    ] as const) {
      expect(found(path, value), name).not.toEqual([])
    }
  })
})
