/** `npm run example`: plays the demonstration on a server of its own and writes what it leaves into docs/example: the outcome and the blog. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { fileOf } from '../../server/blog/pages.ts'
import { pageOf } from '../../server/outcome/html/page.ts'
import { jsonOf } from '../../server/outcome/json.ts'
import type { Outcome } from '../../server/outcome/schema.ts'
import { built } from '../built.ts'
import { playAll } from '../demo/play.ts'
import { makeRoom } from '../demo/room.ts'
import { makeTempo } from '../demo/tempo.ts'
import { blog } from '../demo/texts/blog.ts'
import { calledBare } from '../players/call.ts'
import { readOutcome } from '../players/http.ts'
import { startServer } from '../players/server.ts'
import { begins, onAnAfternoon } from './afternoon.ts'

const folder = fileURLToPath(new URL('../../docs/example', import.meta.url))

calledBare('npm run example')
await built()
const server = await startServer({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300' })
try {
  const room = await makeRoom(server.url, server.key, { ...makeTempo(2000), say: () => undefined })
  room.today = begins
  await playAll(room, server.url)
  const outcome = onAnAfternoon(JSON.parse(await readOutcome(server.url, room.made.id, 'json', room.owner.token)) as Outcome)
  for (const person of [room.coach, room.owner, ...room.phones.values()]) person.leave()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'outcome.json'), jsonOf(outcome))
  writeFileSync(join(folder, 'outcome.html'), pageOf(outcome, outcomeNl, 'nl', null))
  writeFileSync(join(folder, 'blog.html'), fileOf(blog, outcome, 'html').body)
  console.log(`written into ${folder}`)
} finally {
  await server.stop()
}
