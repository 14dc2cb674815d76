/** The HTTP side of the public protocol, as any program would use it. */

export type Made = { id: string; code: string; links: { join: string; screen: string; coach: string; owner: string } }
export type Wish = { title: string; dilemma: string; locale: 'nl' | 'en'; programme: unknown; settings?: unknown }

/** Node says no more than "fetch failed". */
const notReached =
  (url: string) =>
  (problem: unknown): never => {
    const cause = problem instanceof Error ? (problem.cause as NodeJS.ErrnoException | undefined) : undefined
    throw new Error(
      `The server at ${URL.parse(url)?.origin ?? url} cannot be reached (${cause?.code ?? cause?.message ?? String(problem)}).`,
    )
  }

const post = async <T>(url: string, body: unknown, bearer?: string): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${encodeURIComponent(bearer)}` } : {}) },
      body: JSON.stringify(body),
    }).catch(notReached(url))
    if (answer.ok) return (await answer.json()) as T
    const text = await answer.text()
    // Only what the server itself calls a passing trouble is asked again.
    if ((answer.status !== 429 && answer.status !== 503) || attempt === 20)
      throw new Error(`POST ${new URL(url).pathname} → ${answer.status} ${text}`)
    await new Promise((resolve) => setTimeout(resolve, Math.min(5, Number(answer.headers.get('retry-after')) || 1) * 1000))
  }
}

const fragment = (link: string): string => new URL(link).hash.slice(1)

export const makePlein = (server: string, key: string, wish: Wish): Promise<Made> => post<Made>(`${server}/api/v1/pleins`, wish, key)
export const joinWith = (server: string, joinLink: string): Promise<{ plein: string; token: string }> =>
  post(`${server}/api/v1/join`, { ticket: fragment(joinLink) })
export const claimWith = (server: string, roleLink: string): Promise<{ plein: string; role: string; token: string }> =>
  post(`${server}/api/v1/claim`, { secret: fragment(roleLink) })

/** `words` as they stand in `text/blog`; asked again while the last letters are on their way there. */
export const publishBlog = async (server: string, plein: string, token: string, words: string): Promise<{ address: string }> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await post(`${server}/api/v1/pleins/${plein}/blog`, { words }, token)
    } catch (problem) {
      if (attempt === 100 || !String(problem).includes('blog-changed')) throw problem
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

export const readOutcome = async (server: string, plein: string, format: string, token: string): Promise<string> => {
  const answer = await fetch(`${server}/api/v1/pleins/${plein}/outcome.${format}`, { headers: { authorization: `Bearer ${token}` } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`GET outcome.${format} → ${answer.status} ${text}`)
  return text
}
