/** A vote as the room holds it: what the dots go on, what came out, and what was asked about it. */
import type { IdeaId, Moment, PhaseId, RoundId } from '../state.ts'

/** Dots per item; an item without dots is absent. An empty ballot is a ballot. */
export type Dots = Record<string, number>

/** What dots go on. `framings`: wordings of the dilemma, links of the chain and shared proposals. */
export type Over = 'clusters' | 'ideas' | 'framings'

export type RoundItem = {
  id: string
  letter: string
  /** Name of the cluster when the round opened; null for ideas and wordings. */
  name: string | null
}

export type ResultRow = {
  item: string
  dots: number
  /** How many different ballots gave at least one dot. */
  voters: number
  /** Ballots that gave it 0, 1, 2 … dots. */
  spread: number[]
  /** Few voters who each put much on it: see `votes/tally.ts` for the rule. */
  strongMinority: boolean
  /** Many put much on it and many nothing at all: see `votes/tally.ts` for the rule. */
  divided: boolean
  withdrawn: boolean
  /** Items that were merged into this one after the round was made. */
  merged: string[]
}
export type Result = {
  /** Ballots, empty ones included. */
  ballots: number
  /** How many of them came on paper; absent: counted before that was kept. */
  paper?: number
  /** Ballots with at least one dot. */
  voters: number
  /** Too few ballots, see `votes/enough.ts`: rows are empty and stay so. */
  heldBack: boolean
  rows: ResultRow[]
  /** Only for rounds over ideas or wordings: the same ballots counted per present cluster. */
  clusters: ResultRow[]
  /** Totals per perspective, only where no group of fewer than three can be found, also by subtraction. */
  perspectives: { perspective: string; ballots: number; dots: Dots }[]
}

/** What the room was asked about one item of a counted round. */
export type Ask = {
  item: string
  /** The item, and what had been merged into it when it was asked: who gave dots to one of these is not asked. */
  parts: string[]
  /** Phones ask it now. */
  asked: boolean
  /** A coach has ended it before, and so was told the rest. */
  ended: boolean
  /** Answers that the desk was told, withdrawn ones too. From phones none, or three and more. */
  answers: number
  /** Answers of which the desk knows or not, in the order in which they came. */
  conditions: IdeaId[]
}

export type Round = {
  id: RoundId
  phase: PhaseId
  over: Over
  /** The round that this one repeats, with the same items, letters, budget and maximum; absent: none. */
  again?: RoundId
  question: string | null
  items: RoundItem[]
  budget: number
  maximum: number
  /** `closed` can be taken back; `counted` cannot: the link to voters is gone. */
  status: 'open' | 'closed' | 'counted'
  revealed: boolean
  closedAt: Moment | null
  /** When taking back the closing ends; `null` unless closed. */
  closesAt: Moment | null
  /** Shuffled and without voters; `null` before counting and again after the Plein has closed for good. */
  ballots: Dots[] | null
  /** How many ballots there were when it was counted. */
  cast: number
  /** How many of those were on paper; absent: counted before that was kept, or not yet. */
  paper?: number
  /** Rows frozen when the Plein closed for good and the single ballots went. */
  final: Result | null
  perspectives: Result['perspectives']
  /** Version of the event that holds the ballots, to blank it when the Plein closes for good. */
  countedAt: number | null
  /** When it was counted. */
  countedOn: Moment | null
  /** In the order in which they were first asked. */
  asks: Ask[]
}
