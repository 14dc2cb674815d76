/** A process of its own that commits to the store in the folder it is given, saying on its output what was answered `ok`; meant to be killed. */
import { writeSync } from 'node:fs'
import { openSqlite } from '../../server/store/sqlite.ts'

/** In the moment itself, so that nothing that was answered is unsaid when it is killed. A reader who stands still leaves no room in the pipe
 *  (EAGAIN, or a part of the line): then until there is some. */
const say = (line: string): void => {
  let left = Buffer.from(`${line}\n`)
  while (left.length > 0)
    try {
      left = left.subarray(writeSync(1, left))
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EAGAIN') throw problem
    }
}

const [folder = '', run = '0', erasing] = process.argv.slice(2)
try {
  const store = await openSqlite(folder)
  say('open')
  const write = async (plein: string): Promise<void> => {
    for (let version = 1; ; version++) {
      const timer = { status: 'paused', left: version, length: version } as const
      const withdrawn = erasing ? { withdrawn: [`${plein}-${version}`] } : {}
      const result = await store.commit(plein, version - 1, {
        ...withdrawn,
        events: [{ version, v: 1, event: { type: 'timer.set', timer, by: 'coach', seat: null, at: 1 } }],
        answers: [{ key: `${plein}-${version}`, digest: null, answer: '{}' }],
      })
      if (result.ok) say(`${plein} ${version}`)
    }
  }
  await Promise.all(['bos', 'markt', 'haven'].map((name) => write(`${name}-${run}`)))
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem))
  process.exit(3)
}
