/** `npm run bench:client`: how soon and how smoothly the pages work, in a real browser against a real server; see docs/performance.md. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openBrowser } from '../../tests/support/browser.ts'
import { built } from '../built.ts'
import { called, options, WrongCall, whole } from '../players/call.ts'
import { startServer } from '../players/server.ts'
import { openPeer } from './peer.ts'
import { markdown, type Run, reportOf } from './report.ts'
import { makeRoom, settings } from './room.ts'
import { grouping, writing } from './scenes/board.ts'
import { empty } from './scenes/empty.ts'
import { join as joinIn } from './scenes/join.ts'
import { grouping as groupingKeys, releasing } from './scenes/keys.ts'
import { typing, voting } from './scenes/phone.ts'

const usage = `npm run bench:client [-- --quick]
  --quick          one repetition of 4 s
  --repeat N       repetitions (3)      --seconds N  of each load (10)      --ideas N  on the board (1000)
  --only a,b       join | writing | grouping | keys | release | phone
  --peer FOLDER    where tldraw is installed, to be measured beside it
  --out FOLDER     for bench-client.md and .json (bench)
  --strict         not zero when a goal is missed; it is never zero when a page missed a change`

const parts = ['join', 'writing', 'grouping', 'keys', 'release', 'phone'] as const
type Part = (typeof parts)[number]
const loads = [
  { perSecond: 30, slow: 1 },
  { perSecond: 50, slow: 4 },
]

const callOf = (args: string[]) => {
  const { values } = options({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      repeat: { type: 'string' },
      seconds: { type: 'string' },
      ideas: { type: 'string', default: '1000' },
      only: { type: 'string', default: parts.join(',') },
      peer: { type: 'string' },
      out: { type: 'string', default: 'bench' },
    },
  })
  const only = values.only.split(',') as Part[]
  if (only.some((one) => !parts.includes(one))) throw new WrongCall(`--only takes ${parts.join(', ')}.`)
  return {
    ...values,
    only: new Set(only),
    repeat: whole('repeat', values.repeat ?? (values.quick ? '1' : '3'), 1),
    seconds: whole('seconds', values.seconds ?? (values.quick ? '4' : '10'), 1),
    ideas: whole('ideas', values.ideas, 30),
  }
}

const main = async (): Promise<number> => {
  const call = called(usage, callOf)
  const { only, seconds, ideas } = call
  await built()
  const peer = call.peer === undefined ? null : await openPeer(call.peer)
  const server = await startServer(settings)
  const browser = await openBrowser()
  const runs: Run[] = []
  try {
    for (let at = 1; at <= call.repeat; at += 1) {
      const run: Run = { joins: [], smooth: await empty(browser, seconds, loads), acts: [], typed: [] }
      runs.push(run)
      const say = (what: string) => console.error(`${at} of ${call.repeat}: ${what}`)
      const room = await makeRoom(server, ideas)
      try {
        say('joining')
        if (only.has('join')) for (let one = 0; one < (call.quick ? 1 : 3); one += 1) run.joins.push(await joinIn(browser, room))
        say('people write')
        if (only.has('writing')) run.smooth.push(...(await writing(browser, room, { seconds, loads })))
        if (only.has('phone')) run.typed.push(await typing(browser, room, 4, seconds))
        await room.enter('cluster')
        await room.group()
        say('a coach groups')
        // First: what goes on all the time takes the pile away.
        if (only.has('keys')) for (const slow of [1, 4]) run.acts.push(...(await groupingKeys(browser, room, slow)))
        if (only.has('grouping')) run.smooth.push(...(await grouping(browser, room, { seconds, loads })))
        await room.enter('vote')
        await room.vote()
        if (only.has('phone')) run.typed.push(await voting(browser, room, 4))
        if (peer) run.smooth.push(...(await peer.run(browser, ideas, seconds, loads)))
      } finally {
        room.leave()
      }
      say('what waits is shared')
      if (only.has('release'))
        for (const slow of [1, 4]) {
          const waiting = await makeRoom(server, ideas, { hidden: true })
          run.acts.push(...(await releasing(browser, waiting, slow)))
          waiting.leave()
        }
    }
  } catch (error) {
    // Such as a page that was wrong before the next load began: what was measured until then means nothing.
    console.error((error as Error).message)
    return 1
  } finally {
    await browser.close()
    await server.stop()
    peer?.close()
  }
  const report = reportOf(runs, { browser: `Chromium ${browser.version()}`, ideas, seconds })
  const folder = resolve(call.out)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'bench-client.json'), `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(join(folder, 'bench-client.md'), markdown(report))
  console.log(markdown(report))
  const missed = report.goals.some(({ met }) => !met)
  return report.missing.length > 0 || (call.strict && missed) ? 1 : 0
}

process.exitCode = await main()
