/** `npm run size`: what a first visit loads, role by role and part by part. Ends with 1 when one is over its limit. */
import { fileURLToPath } from 'node:url'
import { built } from '../built.ts'
import { called, options } from '../players/call.ts'
import { firstVisits } from './report.ts'

const { short } = called(
  'npm run size -- [--short]   without the parts',
  (args) => options({ args, options: { short: { type: 'boolean', default: false } } }).values,
)
await built()
const { lines, ok } = firstVisits(fileURLToPath(new URL('../../dist', import.meta.url)), !short)
console.log([...lines, ok ? '\nwithin every limit' : ''].join('\n'))
process.exitCode = ok ? 0 : 1
