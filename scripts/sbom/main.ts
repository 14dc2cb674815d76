/** `npm run sbom [-- FILE]`: everything that runs on a server or a phone, as CycloneDX. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bill } from './bill.ts'

const file = process.argv[2] ?? 'sbom.cdx.json'
const made = bill(fileURLToPath(new URL('../..', import.meta.url)))
writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`)
console.log(`${file}: ${made.components.length} packages`)
