/** Hocuspocus 4.7 as a peer. Its phones say no awareness, as ours do not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cores } from '../cores.ts'
import { type Line, openLine } from '../load/line.ts'
import type { Seen } from '../load/seen.ts'
import { lostLines, noTraffic, type Traffic } from '../load/traffic.ts'
import { fillBy } from './fill.ts'
import { aliveFrame, authFrame, kinds, readHead, steps, syncFrame } from './hocuspocusFrames.ts'
import { createWriter } from './idea.ts'
import { type Peer, type Phone, type Room, writing } from './peer.ts'
import { startProcess } from './process.ts'

type Place = { port: number; document: string; token: string; traffic: Traffic; seen: Seen }

const nothing = Uint8Array.of(0, 0)
const emptyVector = Uint8Array.of(0)
/** As often as its provider renews an awareness. */
const aliveEvery = 25_000

const phoneOf = ({ port, document, token, traffic, seen }: Place, place: number | null): Phone => {
  const write = createWriter()
  const answers: (() => void)[] = []
  let line: Line | null = null
  let alive: NodeJS.Timeout | undefined
  const stop = () => clearInterval(alive)
  return {
    arrive: () =>
      new Promise((resolve, reject) => {
        let whole = false
        answers.length = 0
        const say = (bytes: Uint8Array) => line?.bytes(bytes)
        line = openLine(
          { port, path: '/', traffic },
          {
            open: () => {
              say(authFrame(document, token))
              say(syncFrame(document, steps.one, emptyVector))
              alive = setInterval(() => say(aliveFrame(document)), aliveEvery)
              alive.unref()
            },
            message: (body) => {
              const { kind, step } = readHead(body)
              if (kind === kinds.syncStatus) answers.shift()?.()
              if (step === steps.one) {
                answers.unshift(() => undefined)
                say(syncFrame(document, steps.two, nothing))
              }
              if (step === steps.update && place !== null) seen.frame(place, body)
              if (step === steps.two && !whole) {
                whole = true
                resolve(seen.holds(body))
              }
            },
            closed: (code) => {
              stop()
              traffic.lost += 1
              reject(new Error(`Hocuspocus closed a line: ${code}.`))
            },
          },
        )
      }),
    post: (mark) =>
      new Promise((resolve) => {
        answers.push(resolve)
        line?.bytes(syncFrame(document, steps.update, write(mark)))
      }),
    leave: () => {
      stop()
      line?.close()
    },
  }
}

export const startHocuspocus = async (cores: Cores): Promise<Peer> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocuspocus-'))
  const token = 'a-token'
  const server = await startProcess('hocuspocusProcess.ts', cores, [folder, token])
  let rooms = 0
  const room = async (seen: Seen): Promise<Room> => {
    rooms += 1
    const at: Place = { port: server.port, document: `board-${rooms}`, token, traffic: noTraffic(), seen }
    const host = phoneOf({ ...at, traffic: noTraffic() }, null)
    await host.arrive()
    return {
      traffic: at.traffic,
      fill: (ideas) => fillBy([host], ideas),
      writers: (phones, lines = writing) => phones.slice(0, lines),
      phone: async (place) => phoneOf(at, place),
      problems: async () => lostLines(at.traffic),
      close: async () => host.leave(),
    }
  }
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { name: 'hocuspocus', pid: server.pid, room, stop }
}
