/** What is not pure is handed in. */
export type World = {
  /** Epoch milliseconds. */
  now: () => number
  /** 128 random bits, base64url. Never derived from the clock or from a counter. */
  id: () => string
  /** A new array in random order. */
  shuffle: <T>(list: readonly T[]) => T[]
  /** SHA-256 in 64 hex digits. */
  hash: (text: string) => string
  limits: DomainLimits
}

export type DomainLimits = {
  /** Milliseconds during which closing a round or the Plein can be taken back. */
  takeBack: number
  /** Contributions of one seat in one phase, kept in memory only (see `Actor.posted`). */
  ideasPerSeatPerPhase: number
  ideasPerPlein: number
  phases: number
  clusters: number
  /** Cards of one seat, kept in memory only, and all that wait in a Plein. */
  cardsPerSeat: number
  cardsPerPlein: number
}
export const domainLimits: DomainLimits = {
  takeBack: 60_000,
  ideasPerSeatPerPhase: 50,
  ideasPerPlein: 5000,
  phases: 60,
  clusters: 200,
  cardsPerSeat: 12,
  cardsPerPlein: 300,
}
