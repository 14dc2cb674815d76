/** A backup now, asked by a program on behalf of whoever runs this server. */
import type { Edge } from './edge.ts'
import { Problem } from './problem.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'

export const backups = (edge: Edge): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/backups',
    name: 'makeBackup',
    summary: 'Make a backup of everything on this server, now, while it runs. It stays on the server: its file is named, not sent.',
    who: 'organiser',
    answers: { 201: { what: 'Made, checked and on disk.', schema: schemas.madeBackup } },
    refuses: ['storage-failed'],
    async handle() {
      const made = await edge.backups.make()
      if (!made.ok) throw new Problem('storage-failed')
      edge.audit.note(null, { role: 'organiser', seat: null }, { what: 'backup.make' })
      return { status: 201, body: { name: made.name, madeAt: new Date(made.madeAt).toISOString(), bytes: made.bytes } }
    },
  }),
]
