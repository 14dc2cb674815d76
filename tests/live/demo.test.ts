import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { allowed, kept } from '../../scripts/demo/texts/cards.ts'
import { turnedAway } from '../../scripts/demo/texts/questions.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { serverProcess } from '../support/process.ts'

const main = fileURLToPath(new URL('../../scripts/demo/main.ts', import.meta.url))

test('the demonstration plays a whole Plein into a running server: five wordings, each after the first with its sources and its form, and nothing of what was not shared', async () => {
  const server = await serverProcess({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300' })
  const child = spawn(process.execPath, [main, '--speed', '2000', '--server', server.origin, '--organiser-key', server.key], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  const [code] = await once(child, 'close')
  expect(code, said).toBe(0)
  expect(said.indexOf('/scherm#')).toBeLessThan(said.indexOf('Check-in'))

  const headers = { authorization: `Bearer ${server.key}` }
  const { pleins } = await (await fetch(`${server.origin}/api/v1/pleins`, { headers })).json()
  const outcome = OutcomeSchema.parse(
    await (await fetch(`${server.origin}/api/v1/pleins/${pleins[0].id}/outcome.json`, { headers })).json(),
  )
  expect(outcome.chain.map(({ role, form }) => `${role}, ${form}`)).toEqual([
    'organiser, presented',
    'owner, intake',
    'participant, burst',
    'participant, proposal',
    'owner, room',
  ])
  for (const framing of outcome.chain.slice(1))
    expect(framing.sources.length, framing.text).toBeGreaterThan(framing.form === 'intake' ? 0 : 3)
  expect(outcome.chain.at(-1)?.resonance).toMatchObject({ touches: expect.any(Number), off: expect.any(Number) })
  expect(outcome.chain.slice(2).flatMap(({ sources }) => sources.filter((one) => 'touched' in one && one.touched)).length).toBeGreaterThan(
    3,
  )
  expect(outcome.clusters.map(({ name }) => name)).toEqual(expect.arrayContaining(['Iemand die blijft', 'Wat hij bij ons kan worden']))
  expect(outcome.rounds.map(({ over, status, result }) => [over, status, result?.ballots])).toEqual([
    ['clusters', 'shown', 24],
    ['framings', 'shown', 24],
    ['framings', 'shown', 24],
  ])
  const few = outcome.rounds[0]?.result?.rows.filter(({ strongMinority }) => strongMinority).map(({ label }) => label)
  expect(few).toEqual(['Grenzen en veiligheid'])
  // One that was sent after its phase, and the card, which looks like it (J3).
  expect(outcome.ideas.filter(({ late }) => late)).toHaveLength(2)
  expect(outcome.counts).toMatchObject({ notShared: 0, hidden: 1, withdrawn: 1 })
  const all = JSON.stringify(outcome)
  expect(all).toContain('Dat melden niet bij mijn voordeur uitkomt')
  expect(all).toContain('Om namen te leren')
  expect(all).toContain(allowed.words)
  for (const never of ['nummer 40', allowed.text, kept.text, turnedAway[1], 'Wij doen al veel', 'Zijn moeder belde mij'])
    expect(all).not.toContain(never)

  const [, address] = /een blog: (\S+)/.exec(said) ?? []
  const page = await (await fetch(new URL(new URL(address ?? '').pathname, server.origin))).text()
  expect(page).toContain('Ik kwam met een plan en ging weg met een vraag')
  expect(page).not.toContain('<script')
}, 180_000)
