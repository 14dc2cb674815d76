/** What of the code has run, told by V8 itself (precise coverage with blocks): the guide of `guided.ts`. */
import { Session } from 'node:inspector/promises'

/** By script, a 1 for each character of its code that has run. */
export type Reach = Map<string, Uint8Array>

export type Watched = {
  /** Since the last question. */
  ran(): Promise<Reach>
}

/** Ours, and what reads bytes for us. */
export const ours = (url: string): boolean => /\/(shared|server)\/.*\.ts$|\/(yjs|lib0|zod)\//.test(url)

type Ran = { functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[] }

/** Ranges stand from the outer to the inner one, and one that ran as often as the one around it is not told at all. */
const painted = ({ functions }: Ran): Uint8Array => {
  const length = functions.reduce((most, { ranges }) => Math.max(most, ranges[0]?.endOffset ?? 0), 0)
  const code = new Uint8Array(length)
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) code.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  return code
}

/** `of`: whether the code under this URL is looked at. Once in a process, until its end, and before the code has run: V8 counts blocks only in
 *  functions that it compiles after this, and forgets how when it is stopped. */
export const watchCode = async (of: (url: string) => boolean): Promise<Watched> => {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    ran: async () => {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      return new Map(result.filter(({ url }) => of(url)).map((script) => [script.scriptId, painted(script)]))
    },
  }
}

/** Marks in `known` what `ran` reached, and answers how many characters of it were new. */
export const learn = (known: Reach, ran: Reach): number => {
  let fresh = 0
  for (const [script, code] of ran) {
    let before = known.get(script) ?? new Uint8Array(0)
    if (before.length < code.length) {
      const longer = new Uint8Array(code.length)
      longer.set(before)
      before = longer
      known.set(script, longer)
    }
    for (let at = 0; at < code.length; at++)
      if (code[at] === 1 && before[at] === 0) {
        before[at] = 1
        fresh += 1
      }
  }
  return fresh
}
