/** `npm run profile -- [--phones N] [--seconds N] [--seed N] [--folder DIR] [--bare] | --commands`: where the time of the server goes. See docs/performance-profile.md. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { called, onlyWith, options, whole } from '../players/call.ts'
import { dice } from '../players/dice.ts'
import { serverProcess } from '../players/process.ts'
import { untilInterrupted } from '../players/server.ts'
import { commandCosts } from './board.ts'
import { cpuOf, memoryOf } from './cpu.ts'
import { inspectorOf } from './inspector.ts'
import { openRoom, stepsOf, type Work } from './steps.ts'
import { printed, tableOf } from './table.ts'

const usage = 'npm run profile -- [--phones N] [--seconds N] [--seed N] [--folder DIR] [--bare] | --commands'

const callOf = (args: string[]) => {
  const { values } = options({
    args,
    options: {
      phones: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      folder: { type: 'string' },
      bare: { type: 'boolean', default: false },
      commands: { type: 'boolean', default: false },
    },
  })
  if (values.commands) onlyWith('--commands', ['commands'], values)
  return {
    phones: whole('phones', values.phones ?? '200', 1),
    seconds: whole('seconds', values.seconds ?? '10', 1),
    seed: whole('seed', values.seed ?? '6', 0),
    folder: values.folder,
    bare: values.bare,
    commands: values.commands,
  }
}

const run = async ({ phones, seconds, seed, folder, bare }: ReturnType<typeof callOf>): Promise<void> => {
  const data = await mkdtemp(join(tmpdir(), 'pleinbord-profile-'))
  const key = randomBytes(32).toString('base64url')
  const server = await serverProcess({
    folder: data,
    key,
    // One coach enters as fast as a room posts; nothing else is other than in a meeting.
    env: { LOG_LEVEL: 'info', LIMIT_BURST_COACH: '1000' },
    wrap: ([node = '', ...args]) => [node, '--inspect=127.0.0.1:0', ...args],
  })
  const remove = () => rm(data, { recursive: true, force: true })
  const release = untilInterrupted(
    () => server.end('SIGKILL').then(remove),
    () => server.alive() && process.kill(server.pid(), 'SIGKILL'),
  )
  console.log(`${phones} phones, ${seconds} s a step, seed ${seed}`)
  try {
    await server.start()
    const inspector = await inspectorOf(server.output())
    const measured = async (step: string, work: () => Promise<Work>): Promise<void> => {
      if (!bare) await inspector.start()
      const [cpu, began] = [cpuOf(server.pid()), performance.now()]
      const done = await work()
      const [after, took] = [cpuOf(server.pid()), performance.now() - began]
      const profile = bare ? null : await inspector.stop()
      const used = cpu && after ? { all: after.all - cpu.all, loop: after.loop - cpu.loop } : null
      console.log(`\n${step}: ${done.count} × ${done.name} in ${(took / 1000).toFixed(1)} s`)
      if (used)
        console.log(
          `  CPU ${used.all} ms (the loop ${used.loop}), ${((100 * used.all) / took).toFixed(1)} % of a core, ${((1000 * used.all) / done.count).toFixed(0)} µs a ${done.name}`,
        )
      if (profile === null) return
      console.log(printed(tableOf(profile), done))
      if (folder === undefined) return
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${step.replaceAll(/\W+/g, '-')}.cpuprofile`), JSON.stringify(profile))
    }
    const { room, join: joinAll } = await openRoom(server.origin, key)
    const [empty, heap] = [memoryOf(server.pid()), await inspector.heap()]
    await measured('everybody joins', () => joinAll(phones))
    const [full, more] = [memoryOf(server.pid()), (await inspector.heap()) - heap]
    if (empty !== null && full !== null)
      console.log(
        `  memory ${((full - empty) / phones / 1000).toFixed(0)} kB a phone, of which ${(more / phones / 1000).toFixed(0)} on the heap`,
      )
    for (const { step, before, run } of stepsOf({ phones, seconds, chance: dice(seed) })) {
      await before?.()
      await measured(step, () => run(room))
    }
    for (const one of [room.coach, ...room.phones]) one.drop()
    inspector.close()
  } finally {
    await server.end('SIGTERM')
    release()
    await remove()
  }
}

const call = called(usage, callOf)
try {
  await (call.commands ? commandCosts([100, 1000, 5000]) : run(call))
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
