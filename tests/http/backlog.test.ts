import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { folder } from '../support/folder.ts'
import { key } from './asking.ts'
import { child } from './child.ts'

const kernel = (): number => {
  try {
    return Number(readFileSync('/proc/sys/net/core/somaxconn', 'utf8'))
  } catch {
    return 0
  }
}

it('L3 a whole room that knocks while the server is busy is kept waiting, and nobody is passed over', async ({ skip }) => {
  skip(kernel() < 1024, 'this kernel lets fewer wait')
  const server = child({ DATA_DIR: folder(), ORGANISER_KEY: key })
  const port = Number(new URL(await server.origin()).port)
  const lines: Socket[] = []
  onTestFinished(() => {
    for (const line of lines) line.destroy()
  })
  let there = 0
  server.signal('SIGSTOP')
  for (let at = 0; at < 900; at++) {
    const line = connect(port, '127.0.0.1', () => {
      there += 1
    })
    line.on('error', () => undefined)
    lines.push(line)
  }
  await expect.poll(() => there).toBe(900)
  server.signal('SIGCONT')
})
