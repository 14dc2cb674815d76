/** Map `plein`: title, stage, settings, programme and timer. */
import type { PleinFields } from '../../wire/documents.ts'
import type { Plein, Timer } from '../state.ts'
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

const fields = (plein: Plein): PleinFields => ({
  title: plein.title,
  stage: plein.stage,
  locale: plein.locale,
  settings: { perspectives: plein.settings.perspectives, ownerAdopts: plein.settings.ownerAdopts, address: plein.settings.address },
  retainUntil: plein.retainUntil,
  doorLocked: plein.doorLocked,
  outcomeShared: plein.outcomeShared,
  closedAt: plein.closedAt,
  sealed: plein.sealed,
  programme: plein.order,
  current: plein.current,
  interrupted: plein.interrupted.map(({ phase, left }) => ({ phase, left })),
  timer: timerNow(plein.timer),
  played: plein.played.map(({ phase }) => phase),
})

export const putPlein = (plein: Plein, put: Put): void => {
  for (const [key, value] of Object.entries(fields(plein))) put('board', 'plein', key, value)
}
