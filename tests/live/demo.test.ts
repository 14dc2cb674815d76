import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { serverProcess } from '../support/process.ts'

const main = fileURLToPath(new URL('../../scripts/demo/main.ts', import.meta.url))

test('the demonstration plays a whole Plein into a running server: two reframings with sources, a strong minority, nothing hidden in the outcome', async () => {
  const server = await serverProcess({ LIMIT_DESK_BATCH: '100' })
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
  const outcome = await (await fetch(`${server.origin}/api/v1/pleins/${pleins[0].id}/outcome.json`, { headers })).json()
  expect(outcome.chain.map((framing: { role: string }) => framing.role)).toEqual(['organiser', 'participant', 'owner'])
  for (const framing of outcome.chain.slice(1)) expect(framing.sources.length).toBeGreaterThan(3)
  expect(outcome.clusters).toHaveLength(7)
  expect(outcome.rounds[0]).toMatchObject({ status: 'shown', result: { ballots: 24 } })
  expect(
    outcome.rounds[0].result.rows
      .filter((row: { strongMinority: boolean }) => row.strongMinority)
      .map((row: { label: string }) => row.label),
  ).toEqual(['Grenzen en veiligheid'])
  expect(outcome.ideas.filter((idea: { late: boolean }) => idea.late)).toHaveLength(1)
  expect(outcome.counts).toMatchObject({ notShared: 0, hidden: 1, withdrawn: 1 })
  expect(JSON.stringify(outcome)).not.toContain('nummer 40')
})
