/** A Plein that a coach leads over the protocol, while real pages look on. */
import { expect } from 'vitest'
import type { PhaseKind, PhaseSettings } from '../../shared/domain/phases.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { claim, type Phone } from './phone.ts'
import type { MadePlein, TestServer } from './server.ts'
import type { Theatre } from './views.ts'

export type Led = {
  plein: MadePlein
  coach: Phone
  /** For `join` and `claim` of support/phone. */
  server: TestServer
  /** The link under the name that the pages use. */
  at(link: string): string
  ask(command: Parameters<Phone['ask']>[0]): Promise<Record<string, unknown>>
  phase(kind: PhaseKind): string
  enter(kind: PhaseKind): Promise<void>
}

export const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

export const led = async (
  it: Theatre,
  dilemma: string,
  kinds: readonly PhaseKind[],
  settings: Partial<Record<PhaseKind, Partial<PhaseSettings>>> = {},
): Promise<Led> => {
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de havenkade',
      dilemma,
      programme: kinds.map((kind) => ({ kind, settings: settings[kind] ?? {} })),
      settings: { perspectives: ['bewoner', 'ondernemer', 'ambtenaar'], ownerAdopts: true },
    }),
  })
  if (made.status !== 201) throw new Error(`no Plein: ${made.status} ${await made.text()}`)
  const plein = (await made.json()) as MadePlein
  const server = { origin: it.server.origin } as TestServer
  const coach = await claim(server, 'Anneke', plein.links.coach)
  const board = coach.open('board')
  coach.open('desk')
  const phases = () => [...board.doc.getMap<{ kind: PhaseKind }>('phases')]
  await expect.poll(() => phases().length).toBe(kinds.length)
  const phase = (kind: PhaseKind) => phases().find(([, one]) => one.kind === kind)![0]
  const ask: Led['ask'] = async (command) => ok(await coach.ask(command))
  return {
    plein,
    coach,
    server,
    at: (link) => link.replace(/^https?:\/\/[^/]+/, it.origin),
    ask,
    phase,
    enter: async (kind) => void (await ask({ type: 'phase.enter', phase: phase(kind) })),
  }
}
