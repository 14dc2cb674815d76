/** Which ways to the server this network lets through. Each is tried as the Plein itself uses it, and says nothing of who tries. */

export type Way = 'page' | 'commands' | 'documents' | 'detour'
export const ways: readonly Way[] = ['page', 'commands', 'documents', 'detour']
export type Found = Record<Way, boolean>
/** What it comes to. `slow`: all works, by the detour. `shut`: pages come through and a Plein does not. */
export type Verdict = 'good' | 'slow' | 'shut' | 'away'

const patience = 8000

/** Without `AbortSignal.timeout`: Safari has it from 16 on, and would say that no page comes through. */
const asked = (path: string, right: (answer: Response) => Promise<boolean>): Promise<boolean> =>
  Promise.race([
    fetch(path, { cache: 'no-store' }).then(right),
    new Promise<boolean>((settle) => setTimeout(settle, patience, false)),
  ]).catch(() => false)

/** True when a line opens; a proxy that passes no upgrades never lets it. */
const opens = (path: string, protocols: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const line = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`, protocols)
    const settle = (is: boolean) => {
      clearTimeout(timer)
      resolve(is)
      line.close()
    }
    const timer = setTimeout(() => settle(false), patience)
    line.onopen = () => settle(true)
    line.onerror = () => settle(false)
    line.onclose = () => settle(false)
  })

const tries: Record<Way, () => Promise<boolean>> = {
  page: () => asked('/healthz', async ({ ok }) => ok),
  commands: () => opens('/socket.io/?EIO=4&transport=websocket', []),
  // No document has this name: the line opens, and closes with a code of its own.
  documents: () => opens('/yjs/-/-', ['pleinbord.v1']),
  detour: () => asked('/socket.io/?EIO=4&transport=polling', async (answer) => answer.ok && (await answer.text()).startsWith('0{')),
}

/** One after another, so that a slow network is not asked for everything at once. */
export const tryLines = async (tell: (way: Way, is: boolean) => void): Promise<void> => {
  for (const way of ways) tell(way, await tries[way]())
}

export const verdictOf = ({ page, commands, documents, detour }: Found): Verdict => {
  if (commands && documents) return 'good'
  if (detour) return 'slow'
  // Without the detour, what comes over the one line cannot replace the other.
  return page || commands || documents ? 'shut' : 'away'
}
