/** A small session in the form `real-session/1` with everything in it that goes wrong in real files. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './folder.ts'

export const awkwardSession = {
  format: 'real-session/1',
  session: { id: 'awkward', title: 'Wat missen wij?', dilemma: 'x'.repeat(900), language: 'nl' },
  contributions: [
    { id: 'c1', author: 'Fatma', at: 1000, text: '  Ruimte\r\nvoor\rkinderen \n', moderation: 'accepted' },
    { id: 'c2', author: 'Joost', at: 1200, text: 'cafe\u0301', moderation: 'none' },
    { id: 'c3', author: null, at: null, text: '=1+1 <b>van papier</b>' },
    { id: 'c4', author: 'Fatma', at: 900, text: 'kinderen', moderation: 'rejected' },
    { id: 'c5', author: null, at: null, text: 'Ruimte', moderation: 'rejected' },
    { id: 'c6', author: 'Wim', at: 5000, text: '', moderation: 'accepted' },
    { id: 'c7', author: 'Wim', at: 5001, text: 'a'.repeat(501) },
    { id: 'c8', author: 'Wim', at: 5002, text: 'ge\u202ekeerd' },
    { id: 'c9', author: 'Wim', at: 5003, text: '\u200b \u3000' },
    { id: 'c10', author: 'Wim', at: 5004, text: '🙂'.repeat(500) },
    { id: 'c11', author: 'Ria', at: 5005, text: 'cafe\u0301' },
  ],
  vote_columns: ['voter', 'contribution', 'value', 'at', 'criterion'],
  votes: [
    ['Fatma', 'c1', 5, 1, 'Haalbaar'],
    ['Fatma', 'c1', 2, 2, 'Haalbaar'],
    ['Fatma', 'c2', 4, 3, 'Haalbaar'],
    ['Joost', 'c2', 3, 4, 'Haalbaar'],
    ['Samir', 'c4', 5, 5, 'Haalbaar'],
    ['Samir', 'c99', 5, null, 'Haalbaar'],
    ['Anneke', 'c10', 4, 6, 'Haalbaar'],
    ['Anneke', 'c1', 5, 6, 'Haalbaar'],
    ['Fatma', 'c1', 5, 7, `Nieuw${'!'.repeat(300)}`],
    ['Joost', 'c1', 5, 8, `Nieuw${'!'.repeat(300)}`],
  ],
  clusters: [
    { id: 'k1', label: 'Buiten', kind: 'human', members: ['c1', 'c2', 'c4', 'c1'] },
    { id: 'k2', label: null, kind: 'human', members: ['c2', 'c10'] },
    { id: 'k3', label: `Lang\n${'n'.repeat(200)}`, kind: 'human', members: ['c11', 'c77'] },
    { id: 'k4', label: 'Niets over', kind: 'human', members: ['c2', 'c5'] },
  ],
}

export const sessionFile = (session: unknown): string => {
  const path = join(folder(), 'session.json')
  writeFileSync(path, JSON.stringify(session))
  return path
}
