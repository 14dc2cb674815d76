/** Does the time of an answer tell what is behind it? Wrong against closed codes, unknown against replaced links, in turn. */
import { claimWith, makePlein } from '../players/http.ts'
import { connect } from '../players/person.ts'
import { startServer } from '../players/server.ts'

export type Compared = { what: string; tries: number; bytesEqual: boolean; difference: number; p: number }

/** Two-sided p of Mann and Whitney's U, by the normal approximation with midranks (1947). */
export const mannWhitney = (a: readonly number[], b: readonly number[]): number => {
  const all = [...a.map((value) => ({ value, first: true })), ...b.map((value) => ({ value, first: false }))].sort(
    (x, y) => x.value - y.value,
  )
  let ranks = 0
  let ties = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1
    const count = to - from
    ties += count ** 3 - count
    for (let place = from; place < to; place++) if (all[place]!.first) ranks += (from + to + 1) / 2
    from = to
  }
  const [n, m] = [a.length, b.length]
  const u = ranks - (n * (n + 1)) / 2
  const deviation = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))))
  if (deviation === 0) return 1
  const z = Math.abs(u - (n * m) / 2) / deviation
  // Abramowitz and Stegun 7.1.26.
  const t = 1 / (1 + (0.3275911 * z) / Math.SQRT2)
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-(z * z) / 2)
  return Math.min(1, tail)
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

export const compareTimes = async (tries: number): Promise<Compared[]> => {
  const server = await startServer({
    LIMIT_JOIN_FAILURES_PER_ADDRESS: '1000000',
    LIMIT_JOIN_FAILURES_TOTAL: '1000000',
    LIMIT_TAKE_BACK: '0',
  })
  try {
    const { url, key } = server
    const wish = { title: 'Plein', dilemma: 'Wat nu?', locale: 'nl' as const, programme: [{ kind: 'ideas' }] }
    const closed = await makePlein(url, key, wish)
    const coach = await connect(url, (await claimWith(url, closed.links.coach)).token)
    await coach.ask({ type: 'plein.open' })
    await coach.ask({ type: 'plein.close', confirmed: true })
    coach.leave()
    const replaced = await makePlein(url, key, wish)
    await fetch(`${url}/api/v1/pleins/${replaced.id}/links`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'coach' }),
    })
    const ask = async (path: string, body: unknown): Promise<{ took: number; text: string }> => {
      const since = performance.now()
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = `${answer.status} ${await answer.text()}`
      return { took: performance.now() - since, text }
    }
    const compare = async (what: string, path: string, one: unknown, other: unknown): Promise<Compared> => {
      const times: [number[], number[]] = [[], []]
      const texts = new Set<string>()
      const line = async (start: number): Promise<void> => {
        for (let count = start; count < tries; count += 10) {
          // Which goes first is drawn by turns, so that neither profits from a warm line.
          for (const which of count % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
            const { took, text } = await ask(path, which === 0 ? one : other)
            times[which].push(took)
            texts.add(text)
          }
        }
      }
      await Promise.all(Array.from({ length: 10 }, (_, start) => line(start)))
      return {
        what,
        tries,
        bytesEqual: texts.size === 1,
        difference: Math.abs(median(times[0]) - median(times[1])),
        p: mannWhitney(...times),
      }
    }
    const secret = (link: string): string => new URL(link).hash.slice(1)
    return [
      await compare('wrong and closed code', '/api/v1/join', { code: '222-2222' }, { code: closed.code }),
      await compare('wrong and replaced link', '/api/v1/claim', { secret: 'x'.repeat(43) }, { secret: secret(replaced.links.coach) }),
    ]
  } finally {
    await server.stop()
  }
}
