/** `npm run size`: what a first visit loads, role by role and part by part (`-- --short`: without the parts). Ends with 1 when one is over its limit. */
import { fileURLToPath } from 'node:url'
import { built } from '../built.ts'
import { firstVisits } from './report.ts'

await built()
const { lines, ok } = firstVisits(fileURLToPath(new URL('../../dist', import.meta.url)), !process.argv.includes('--short'))
console.log([...lines, ok ? '\nwithin every limit' : ''].join('\n'))
process.exitCode = ok ? 0 : 1
