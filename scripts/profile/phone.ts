/** A phone that costs its own process next to nothing: the bytes of the protocol as docs/protocol.md has them, without a client library,
 *  so that hundreds of them measure the server. What comes in is counted; a document is kept by the first one only. */
import { once } from 'node:events'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { readFrame, step1Frame } from '../../server/live/frames.ts'
import type { Answer, Hello } from '../../shared/wire/messages.ts'
import { newId } from '../players/person.ts'

export type Phone = {
  hello: Hello
  /** Messages and bytes of the document since the last look, and of both lines since then. */
  heard(): { updates: number; bytes: number; messages: number }
  ask(command: { type: string } & Record<string, unknown>): Promise<Answer>
  /** Resolves when so many more updates of the document have come. */
  updates(count: number): Promise<void>
  /** Both lines gone without a word. */
  drop(): void
  back(): Promise<void>
}

type Lines = { talk: WebSocket; document: WebSocket }

const event = 'command'
const answerWithin = 30_000

/** `replica`: kept up by this phone; the others only say where it stands. */
export const phone = async (origin: string, token: string, replica: Y.Doc, keeps: boolean): Promise<Phone> => {
  const ws = origin.replace('http', 'ws')
  const waiting = new Map<number, (answer: Answer) => void>()
  const watching = new Set<() => void>()
  let last = 0
  let counted = { updates: 0, bytes: 0, messages: 0 }
  let lines: Lines | null = null
  let hello: Hello | null = null

  const talk = async (): Promise<{ line: WebSocket; said: Hello }> => {
    const line = new WebSocket(`${ws}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false })
    const said = new Promise<Hello>((resolve, reject) => {
      line.on('error', reject)
      line.on('message', (data) => {
        counted.messages += 1
        const text = String(data)
        if (text.startsWith('0')) line.send(`40${JSON.stringify({ token, protocol: 1 })}`)
        else if (text === '2') line.send('3')
        else if (text.startsWith('44')) reject(new Error(text))
        else if (text.startsWith('42["hello"')) resolve(JSON.parse(text.slice(2))[1] as Hello)
        else if (text.startsWith('43')) {
          const at = text.indexOf('[')
          const number = Number(text.slice(2, at))
          waiting.get(number)?.(JSON.parse(text.slice(at))[0] as Answer)
          waiting.delete(number)
        }
      })
    })
    return { line, said: await said }
  }
  const read = async (name: string): Promise<WebSocket> => {
    const line = new WebSocket(`${ws}/yjs/${hello?.plein.id}/${name}`, ['pleinbord.v1', `token.${token}`], { perMessageDeflate: false })
    await once(line, 'open')
    const synced = new Promise<void>((resolve, reject) => {
      line.on('close', (code) => reject(new Error(`The document closed with ${code}.`)))
      line.on('message', (data) => {
        const bytes = data as Buffer
        counted.messages += 1
        counted.bytes += bytes.length
        // 0, 2: an update; 0, 1: what was missed.
        if (bytes[0] === 0 && bytes[1] === 2) counted.updates += 1
        if (keeps && bytes[0] === 0) {
          const frame = readFrame(bytes)
          if (frame?.kind === 'update' || frame?.kind === 'step2') Y.applyUpdate(replica, frame.update)
        }
        if (bytes[0] === 0 && bytes[1] === 1) resolve()
        for (const look of watching) look()
      })
    })
    synced.catch(() => undefined)
    line.send(step1Frame(Y.encodeStateVector(replica)))
    await synced
    return line
  }
  const open = async (): Promise<void> => {
    const { line, said } = await talk()
    hello = said
    lines = { talk: line, document: await read(said.documents.board ?? '') }
  }
  await open()
  return {
    hello: hello as unknown as Hello,
    heard: () => {
      const before = counted
      counted = { updates: 0, bytes: 0, messages: 0 }
      return before
    },
    ask: (command) =>
      new Promise((resolve, reject) => {
        const number = last++
        const timer = setTimeout(() => reject(new Error(`${command.type} was not answered.`)), answerWithin)
        waiting.set(number, (answer) => {
          clearTimeout(timer)
          resolve(answer)
        })
        lines?.talk.send(`42${number}${JSON.stringify([event, { id: newId(), ...command }])}`)
      }),
    updates: (count) => {
      const until = counted.updates + count
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`Waited in vain for ${count} updates.`)), answerWithin)
        const look = () => {
          if (counted.updates < until) return
          clearTimeout(timer)
          watching.delete(look)
          resolve()
        }
        watching.add(look)
        look()
      })
    },
    drop: () => {
      for (const line of lines ? [lines.talk, lines.document] : []) {
        line.removeAllListeners()
        line.on('error', () => undefined)
        line.terminate()
      }
      lines = null
    },
    back: open,
  }
}
