import type { Plein } from '../state.ts'
import type { Holds } from './holds.ts'

/** Stages, and what may not be there any more once it is over. */
export const life = (plein: Plein, holds: Holds): void => {
  const { stage, sealed, version, documents, rounds } = plein
  holds('A2 only what is closed has a moment of closing', (plein.closedAt !== null) === (stage === 'closed') || stage === 'deleted')
  holds('A2 before it is open no phase is entered', stage !== 'prepared' || plein.current === null)
  holds('D4 no document is ahead of the log', documents.board.v <= version && documents.desk.v <= version)
  if (!sealed) return
  holds('A5 only what is closed is sealed', stage === 'closed' || stage === 'deleted')
  holds('A5 a sealed Plein has no keys', plein.keys.size === 0)
  holds('S3 a sealed Plein has no ballots', plein.ballots.size === 0)
  holds('A5 a sealed Plein has new documents', plein.epoch > 1)
  for (const round of rounds.values()) {
    holds('A5 a sealed Plein has counted every round', round.status === 'counted' && round.final !== null)
    holds('V14 a sealed Plein has no single ballot', round.ballots === null)
  }
}
