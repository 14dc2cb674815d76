/** Asks V8 in another process for a CPU profile, by the inspector's own protocol. */
import { once } from 'node:events'
import WebSocket from 'ws'

export type Frame = { functionName: string; url: string }
/** As V8 gives it: `samples` are ids of nodes, `timeDeltas` microseconds before each sample. */
export type Profile = {
  nodes: { id: number; callFrame: Frame; children?: number[] }[]
  samples: number[]
  timeDeltas: number[]
}
export type Inspector = {
  start(): Promise<void>
  stop(): Promise<Profile>
  /** Collects garbage and answers the bytes that are left on the heap. */
  heap(): Promise<number>
  close(): void
}

/** `printed`: what a process that was started with `--inspect` has printed. */
export const inspectorOf = async (printed: string): Promise<Inspector> => {
  const [, url] = /Debugger listening on (ws:\/\/\S+)/.exec(printed) ?? []
  if (!url) throw new Error('The server did not say where its inspector listens.')
  const line = new WebSocket(url, { perMessageDeflate: false, maxPayload: 0 })
  await once(line, 'open')
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  line.on('message', (data) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  const call = <T>(method: string, params = {}): Promise<T> =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, (result) => resolve(result as T))
      line.send(JSON.stringify({ id: last, method, params }))
    })
  await call('Profiler.enable')
  // Microseconds between two samples.
  await call('Profiler.setSamplingInterval', { interval: 500 })
  return {
    start: () => call('Profiler.start'),
    stop: async () => (await call<{ profile: Profile }>('Profiler.stop')).profile,
    heap: async () => {
      await call('HeapProfiler.collectGarbage')
      return (await call<{ usedSize: number }>('Runtime.getHeapUsage')).usedSize
    },
    close: () => line.terminate(),
  }
}
