/** `syscalls`: commands one by one, and from the kernel's own record: before an answer, or anything else that tells of
 *  the command, was written to a socket, a sync of the database began and ended after the command was read. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { randomId } from '../../client/session/random.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { claimWith, makePlein } from '../players/http.ts'
import type { Call } from './call.ts'
import type { Ground } from './ground.ts'
import { noBreaches } from './judge.ts'
import { type Report, reportOf } from './report.ts'

export const watched = ['read', 'write', 'writev', 'sendto', 'fdatasync', 'fsync'] as const
export const recordOf = (folder: string): string => join(folder, 'calls.strace')

/** One call as it ended, with the lines of the record on which it began and ended: they are in the order of time. */
export type Ended = { name: string; on: string; text: string; result: number; began: number; ended: number }

/** `PID name(FD<on>, …) = result`, or in two parts when another thread came between. */
export const callsIn = (record: string): Ended[] => {
  const open = new Map<string, { name: string; text: string; began: number }>()
  const calls: Ended[] = []
  const close = (name: string, text: string, began: number, ended: number, result: string): void => {
    const on = /^\d+<([^>]*)>/.exec(text)?.[1] ?? ''
    calls.push({ name, on, text, result: Number(result), began, ended })
  }
  for (const [at, line] of record.split('\n').entries()) {
    const whole = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/.exec(line)
    const begun = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/.exec(line)
    const resumed = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/.exec(line)
    if (resumed) {
      const [, pid = '', name = '', rest = '', result = ''] = resumed
      const first = open.get(pid)
      open.delete(pid)
      if (first?.name === name) close(name, first.text + rest, first.began, at, result)
    } else if (begun) {
      const [, pid = '', name = '', text = ''] = begun
      open.set(pid, { name, text, began: at })
    } else if (whole) {
      const [, , name = '', text = '', result = ''] = whole
      close(name, text, at, at, result)
    }
  }
  return calls
}

export type Verdict = { answers: number; synced: number; wrong: string[] }

/** A command is longer than this, a sign of life shorter. */
const shortest = 60

/** `marks`: what stands in what is told of each command, and of it alone. */
export const syncedBeforeAnswered = (calls: readonly Ended[], marks: readonly string[]): Verdict => {
  const syncs = calls.filter(({ name, on, result }) => /sync$/.test(name) && on.includes('pleinbord.db') && result === 0)
  const reads = calls.filter(({ name, on, result }) => name === 'read' && /socket|TCP/.test(on) && result >= shortest)
  const writes = calls.filter(({ name, on }) => /^(write|writev|sendto)$/.test(name) && /socket|TCP/.test(on))
  const verdict: Verdict = { answers: 0, synced: 0, wrong: [] }
  for (const [place, mark] of marks.entries()) {
    const seen = writes.find(({ text }) => text.includes(mark))
    const answer = writes.find(({ text }) => text.includes(mark) && text.includes('\\"ok\\":true'))
    if (!seen || !answer) {
      verdict.wrong.push(`the answer to command ${place + 1} is not in the record`)
      continue
    }
    verdict.answers += 1
    const command = reads.findLast(({ on, ended }) => on === answer.on && ended < answer.began)
    const covered = command && syncs.some(({ began, ended }) => began > command.ended && ended < seen.began)
    if (covered) verdict.synced += 1
    else verdict.wrong.push(`command ${place + 1} was answered or shown without a sync since it was read`)
  }
  return verdict
}

export const recorded = async (call: Call, { server, key, folder }: Ground): Promise<Report> => {
  const found = noBreaches()
  const wish = { title: 'Plein', dilemma: 'Wie zorgt er voor het groen?', locale: 'nl', programme: [{ kind: 'ideas' }] } as const
  const made = await makePlein(server.origin, key, wish)
  const joost = openConnection({ makePace, origin: server.origin, ...(await claimWith(server.origin, made.links.coach)) })
  await joost.whenLive()
  const ask = async (command: Command): Promise<Record<string, unknown>> => {
    const answer = await joost.attempt(randomId(), command)
    if (!answer?.ok) throw new Error(`${command.type}: ${answer?.error.code ?? 'no answer'}`)
    return answer
  }
  await ask({ type: 'plein.open' })
  await joost.reached({ board: 2 })
  const [phase = ''] = joost.documents.replica('board').snapshot('phases').keys()
  const marks: string[] = []
  // The idea's id is drawn by the server and first leaves it with the answer or with the board's frame, neither of which may go before the sync.
  for (let asked = 1; asked <= call.commands; asked++)
    marks.push(String((await ask({ type: 'idea.enter', as: 'idea', text: `Briefje ${asked} van Joost`, phase }))['idea']))
  joost.close()
  await server.end('SIGTERM')
  const calls = callsIn(await readFile(recordOf(folder), 'utf8'))
  const { answers, synced, wrong } = syncedBeforeAnswered(calls, marks)
  found.database.push(...wrong)
  return reportOf(call, [], found, {
    counts: {
      people: 1,
      commands: call.commands,
      acknowledged: marks.length,
      'answers in the record': answers,
      'synced between read and answer': synced,
      'syncs of the database': calls.filter(({ name, on }) => /sync$/.test(name) && on.includes('pleinbord.db')).length,
    },
    notes: ['What the server asked of the kernel, as strace recorded it. That a disk keeps what it says is synced is beyond this proof.'],
  })
}
