import { useEffect, useState } from 'react'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { receiptLater } from '../parts/Receipt.tsx'
import { withWords } from '../session/language.ts'
import { later, useLater } from '../session/later.ts'
import { refusalsLater } from '../session/useSentence.ts'
import { writingLater } from '../writing/later.ts'
import type { Scene } from './held.ts'

export const pagesLater = later(() => withWords(import('./laterPages.ts')))

/** Phases whose pages are made of later parts too. */
export const laterKinds: ReadonlySet<PhaseKind> = new Set<PhaseKind>([
  'checkin',
  'burst',
  'cluster',
  'vote',
  'reframe',
  'write',
  'harvest',
  'plenary',
])

/** Milliseconds that a page which is made of later parts waits for them, before it is shown without. */
const patience = 3000

/** True while the first page of this visit waits for parts that it is made of: put in afterwards, they would push away what is being read. */
export const useWaitsForRest = (scene: Scene | null): boolean => {
  const needs =
    scene !== null &&
    (scene.plein.stage === 'closed' || scene.framings.length > 1 || (scene.phase !== null && laterKinds.has(scene.phase.kind)))
  const come = useLater(pagesLater, needs)
  const [over, setOver] = useState(false)
  const stands = over || (scene !== null && (!needs || come !== null))
  useEffect(() => {
    if (stands) return setOver(true)
    if (!needs) return
    const timer = setTimeout(() => setOver(true), patience)
    return () => clearTimeout(timer)
  }, [stands, needs])
  return !stands
}

/** Milliseconds after the phone has its place: by then it is in use, and nobody waits for the network. */
const soon = 4000

/** Everything that is not there yet, while there is a network and nothing else to do. */
export const fetchTheRest = (): (() => void) => {
  const timer = setTimeout(() => {
    for (const part of [pagesLater, refusalsLater, receiptLater, writingLater]) part.fetch()
  }, soon)
  return () => clearTimeout(timer)
}
