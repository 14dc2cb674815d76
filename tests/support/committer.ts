/** A process of its own that commits to the store in the folder it is given, saying on its output what was answered `ok`; meant to be killed. */
import { writeSync } from 'node:fs'
import { openSqlite } from '../../server/store/sqlite.ts'

const [folder = '', run = '0', erasing] = process.argv.slice(2)
try {
  const store = await openSqlite(folder)
  writeSync(1, 'open\n')
  const write = async (plein: string): Promise<void> => {
    for (let version = 1; ; version++) {
      const timer = { status: 'paused', left: version, length: version } as const
      const withdrawn = erasing ? { withdrawn: [`${plein}-${version}`] } : {}
      const result = await store.commit(plein, version - 1, {
        ...withdrawn,
        events: [{ version, v: 1, event: { type: 'timer.set', timer, by: 'coach', seat: null, at: 1 } }],
        answers: [{ key: `${plein}-${version}`, digest: null, answer: '{}' }],
      })
      if (result.ok) writeSync(1, `${plein} ${version}\n`)
    }
  }
  await Promise.all(['bos', 'markt', 'haven'].map((name) => write(`${name}-${run}`)))
} catch (problem) {
  writeSync(1, `${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(3)
}
