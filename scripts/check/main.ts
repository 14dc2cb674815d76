/** `npm run check`: format and lint (with import direction and cycles), types, unused code, file sizes, rules without a test, and what a first visit loads. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { built } from '../built.ts'
import { calledBare } from '../players/call.ts'
import { firstVisits } from '../size/report.ts'
import { rulesWithoutTest } from './rules.ts'
import { sizes } from './sizes.ts'

calledBare('npm run check')
const root = fileURLToPath(new URL('../..', import.meta.url))
const failed: string[] = []
const run = (name: string, module: string, args: string[]) => {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`../../node_modules/${module}`, import.meta.url)), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) failed.push(name)
}
const report = (name: string, { lines, ok }: { lines: string[]; ok: boolean }) => {
  console.log(`\n— ${name}\n${lines.join('\n')}`)
  if (!ok) failed.push(name)
}

run('format and lint', '@biomejs/biome/bin/biome', ['ci', '.'])
run('types', 'typescript/bin/tsc', ['-p', 'tsconfig.json'])
run('types of shared, without DOM and Node', 'typescript/bin/tsc', ['-p', 'shared/tsconfig.json'])
run('unused code', 'knip/bin/knip.js', [])
report('file sizes', sizes(root))
report('rules with a test', rulesWithoutTest(root))
await built()
report('what a first visit loads', firstVisits(join(root, 'dist')))

console.log(failed.length ? `\ncheck failed: ${failed.join(', ')}` : '\ncheck passed')
process.exitCode = failed.length ? 1 : 0
