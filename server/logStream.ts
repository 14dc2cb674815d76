/** Where the log goes, and never in the way of the Plein: a disk that is full of it, a terminal that was closed and one that is held still
 *  (Ctrl-S) cost lines of it and nothing else. */
import { write as toSystem } from 'node:fs'

export type LogStream = {
  write(text: string): void
  /** Calls back when nothing waits any more. */
  flush(then: () => void): void
  /** A write that the system holds; `process.exit` would wait for it, for ever perhaps. */
  held(): boolean
}
export type Told = {
  /** Once, until something could be written again. */
  lost?(why: string): void
  found?(lines: number): void
}

/** Characters that may wait; what comes on top is left out. */
export const mostWaiting = 1_048_576
/** Bytes at once: a console of Windows takes no more. */
const atOnce = 16_384
const again = 100

const newline = '\n'.charCodeAt(0)

export const createLogStream = (fd: number, { lost, found }: Told = {}, write = toSystem): LogStream => {
  let waiting: string[] = []
  let size = 0
  let left = 0
  let writing = false
  /** The disk was full within a line: the next one begins on a line of its own. */
  let torn = false
  let flushed: (() => void)[] = []

  const lose = (lines: number, why: string): void => {
    left += lines
    if (left === lines) lost?.(why)
  }
  const next = (): void => {
    const lines = waiting
    if (lines.length === 0) {
      const calls = flushed
      flushed = []
      for (const call of calls) call()
      return
    }
    waiting = []
    size = 0
    writing = true
    pass(Buffer.from(`${torn ? '\n' : ''}${lines.join('')}`), lines.length)
  }
  const pass = (rest: Buffer, lines: number): void => {
    // Never `writeSync`: a terminal that is held still would hold the event loop, and with it the whole board.
    write(fd, rest, 0, Math.min(rest.length, atOnce), null, (problem, bytes) => {
      // A pipe that another program has made so.
      if (problem?.code === 'EAGAIN') {
        setTimeout(() => pass(rest, lines), again)
        return
      }
      if (problem === null) torn = bytes > 0 ? rest[bytes - 1] !== newline : torn
      if (problem === null && bytes < rest.length) {
        pass(rest.subarray(bytes), lines)
        return
      }
      writing = false
      if (problem !== null) lose(lines, problem.code ?? problem.name)
      else if (left > 0) {
        const count = left
        left = 0
        found?.(count)
      }
      if (!writing) next()
    })
  }
  return {
    write: (text) => {
      if (size + text.length > mostWaiting) {
        lose(1, 'what it goes to takes nothing')
        return
      }
      waiting.push(text)
      size += text.length
      if (!writing) next()
    },
    flush: (then) => {
      if (writing || waiting.length > 0) flushed.push(then)
      else then()
    },
    held: () => writing,
  }
}

/** Of a process of its own: the log on its output, and on its error output once, that lines are lost. */
export const ownLog = (found: (lines: number) => void): LogStream => {
  const errors = createLogStream(2)
  const lost = (why: string): void =>
    errors.write(`The log cannot be written (${why}). What it would say is lost until it can be written again; the server goes on.\n`)
  const log = createLogStream(1, { lost, found })
  return { ...log, held: () => log.held() || errors.held() }
}
