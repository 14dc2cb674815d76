/** `npm run mutate`: changes the rules of `shared/domain` one small thing at a time (StrykerJS) and counts the changes that the
 *  tests of the rules notice. Exit code 1 below 85 %. FILES (globs) looks at a part. Results stand in `.mutate/`; what did not change since the last
 *  run is not tried again (`--again` tries all). */
import { globSync, mkdirSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { called, options, WrongCall } from '../players/call.ts'

const least = 85
const {
  values: { again },
  positionals: files,
} = called('npm run mutate -- [--again] [FILES]', (args) => {
  const given = options({ args, allowPositionals: true, options: { again: { type: 'boolean', default: false } } })
  // What Stryker takes beside a glob: a part of a file, and what is left out.
  const missing = given.positionals.find((one) => globSync(one.replace(/^!/, '').replace(/:\d+.*$/, '')).length === 0)
  if (missing !== undefined) throw new WrongCall(`There is no file ${missing}.`)
  return given
})

mkdirSync('.mutate', { recursive: true })
const settings: ConstructorParameters<typeof Stryker>[0] = {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutate/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  mutate: files.length > 0 ? files : ['shared/domain/**/*.ts'],
  incremental: true,
  incrementalFile: '.mutate/last.json',
  force: again,
  // A mutant in an endless loop, not a slow machine.
  timeoutMS: 10_000,
  // It would rewrite tsconfig.json with an API that TypeScript 7 no longer has.
  tsconfigFile: 'none.json',
  tempDirName: '.mutate/copies',
  reporters: ['clear-text', 'progress', 'json', 'html'],
  jsonReporter: { fileName: '.mutate/result.json' },
  htmlReporter: { fileName: '.mutate/result.html' },
  clearTextReporter: { logTests: false, allowColor: process.stdout.isTTY },
  thresholds: { high: 95, low: least, break: least },
}
// Below `break` it sets the exit code itself.
const tried = await new Stryker(settings).runMutationTest()
if (tried.length === 0) {
  console.error('There was nothing to change in these files, so nothing was shown.')
  process.exitCode = 2
}
