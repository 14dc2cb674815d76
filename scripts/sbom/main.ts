/** `npm run sbom`: everything that runs on a server or a phone, as CycloneDX. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { called, options, WrongCall } from '../players/call.ts'
import { bill } from './bill.ts'

const file = called('npm run sbom -- [FILE]', (args) => {
  const { positionals } = options({ args, allowPositionals: true, options: {} })
  if (positionals.length > 1) throw new WrongCall('Name one file.')
  return positionals[0] ?? 'sbom.cdx.json'
})
const made = bill(fileURLToPath(new URL('../..', import.meta.url)))
try {
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`)
  console.log(`${file}: ${made.components.length} packages`)
} catch (problem) {
  console.error(`${file} cannot be written (${(problem as NodeJS.ErrnoException).code}).`)
  process.exitCode = 1
}
