/** Map `plein`: title, stage, settings, programme and timer. */
import type { PleinFields } from '../../wire/documents.ts'
import type { Plein, Show, Timer } from '../state.ts'
import type { Put } from './cells.ts'

const timerNow = (timer: Timer): Timer => {
  switch (timer.status) {
    case 'stopped':
      return { status: 'stopped' }
    case 'running':
      return { status: 'running', endsAt: timer.endsAt, length: timer.length }
    case 'paused':
      return { status: 'paused', left: timer.left, length: timer.length }
    default:
      return timer satisfies never
  }
}

const showNow = (show: Show): Show => {
  switch (show.on) {
    case 'phase':
      return { on: 'phase', page: show.page }
    case 'idea':
      return { on: 'idea', idea: show.idea }
    case 'cluster':
      return { on: 'cluster', cluster: show.cluster, page: show.page }
    case 'chain':
      return { on: 'chain', page: show.page }
    case 'join':
    case 'dark':
      return { on: show.on }
    default:
      return show satisfies never
  }
}

const fields = (plein: Plein): PleinFields => ({
  title: plein.title,
  stage: plein.stage,
  locale: plein.locale,
  settings: {
    perspectives: plein.settings.perspectives,
    ownerAdopts: plein.settings.ownerAdopts,
    ownerListens: plein.settings.ownerListens,
    address: plein.settings.address,
  },
  retainUntil: plein.retainUntil,
  doorLocked: plein.doorLocked,
  doorAsks: plein.doorAsks,
  outcomeShared: plein.outcomeShared,
  closedAt: plein.closedAt,
  closesAt: plein.closesAt,
  practice: plein.practice,
  sealed: plein.sealed,
  programme: plein.order,
  current: plein.current,
  interrupted: plein.interrupted.map(({ phase, left }) => ({ phase, left })),
  timer: timerNow(plein.timer),
  show: showNow(plein.show),
  played: plein.played.map(({ phase }) => phase),
})

/** Alone, because almost any event may take away what stands before the room. */
export const putShow = (plein: Plein, put: Put): void => put('board', 'plein', 'show', showNow(plein.show))

/** The owner's word: before the room, or at the desk alone while a coach keeps it from the room. */
export const putWord = ({ word: { text, hidden } }: Plein, put: Put): void => {
  put('board', 'plein', 'word', text === null || hidden ? undefined : text)
  put('desk', 'owner', 'word', text === null || !hidden ? undefined : text)
}

export const putPlein = (plein: Plein, put: Put): void => {
  for (const [key, value] of Object.entries(fields(plein))) put('board', 'plein', key, value)
  if (plein.imported) put('board', 'plein', 'imported', plein.imported.at)
}
