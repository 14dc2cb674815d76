/** Limits, all settable by an environment variable of the same name in capitals (`LIMIT_…`). Source of the numbers: docs/operating.md. */
export type Limits = {
  /** Largest frame in bytes from a phone, screen or owner / from a coach. */
  framePhone: number
  frameCoach: number
  /** Commands: burst, then a second; per phone, per coach, per Plein. */
  burstPhone: number
  ratePhone: number
  burstCoach: number
  rateCoach: number
  ratePlein: number
  /** Commands whose answer is kept, of one phone / of one coach: at once, and all of them again in three hours. */
  answersPhone: number
  answersCoach: number
  connectionsPerSeat: number
  connectionsPerPlein: number
  ideasPerSeatPerPhase: number
  ideasPerPlein: number
  /** Bytes that may wait in one socket before it is closed. */
  sendBuffer: number
  /** Milliseconds between two listings of new ideas at the desk. */
  deskBatch: number
  /** Milliseconds during which closing a round or the Plein can be taken back. */
  takeBack: number
  /** Wrong codes a minute from one address (IPv6: /64) / in total before typed codes wait their turn. */
  joinFailuresPerAddress: number
  joinFailuresTotal: number
  /** Longest time that a typed code waits its turn, in milliseconds. */
  joinDelay: number
  pleinsOpen: number
  pleinsPerDay: number
  /** Body in bytes of a small request (join, claim, leave, knock …) / of one that makes or changes a Plein. */
  bodySmall: number
  bodyPlein: number
  /** Body in bytes of a blog that is published: 30,000 characters of the widest ones, as JSON may write them. */
  bodyBlog: number
  /** Body in bytes of an outcome that is taken in: 5,000 ideas of 500 characters are 4 MB, of the widest ones 12. */
  bodyImport: number
  /** Milliseconds for a whole request to arrive. */
  requestTime: number
  /** Requests to get in that are worked on at one moment: joins and knocks together, claims apart. */
  joinsAtOnce: number
  /** Seats of participants that one Plein gives by its code or ticket: at once, then a second; in all, until a coach replaces the code. */
  joinsBurst: number
  joinsRate: number
  seatsPerCode: number
  /** Devices that one role link lets in: at once, then a second. */
  claimsBurst: number
  claimsRate: number
  /** Devices of one role that are in by its link or its code, after which the link lets in no other one. */
  devicesPerLink: number
  /** Outcomes a minute, all forms together: of one participant / of one device of a role, and of the organiser. */
  downloadsPhone: number
  downloadsDesk: number
  /** Oefen-Pleinen with played people in them at one moment, and how many times as fast as people those are. */
  practiceRooms: number
  practiceSpeed: number
  /** Free bytes on the disk of DATA_DIR below which `/readyz` says no. */
  diskFree: number
}
export const defaultLimits: Limits = {
  framePhone: 16_384,
  frameCoach: 65_536,
  burstPhone: 20,
  ratePhone: 2,
  burstCoach: 200,
  rateCoach: 20,
  ratePlein: 200,
  answersPhone: 1000,
  answersCoach: 10_000,
  connectionsPerSeat: 3,
  connectionsPerPlein: 5000,
  ideasPerSeatPerPhase: 50,
  ideasPerPlein: 5000,
  sendBuffer: 1_048_576,
  deskBatch: 5000,
  takeBack: 60_000,
  joinFailuresPerAddress: 20,
  joinFailuresTotal: 600,
  joinDelay: 8000,
  pleinsOpen: 100,
  pleinsPerDay: 20,
  bodySmall: 4096,
  bodyPlein: 65_536,
  bodyBlog: 262_144,
  bodyImport: 16_777_216,
  requestTime: 5000,
  joinsAtOnce: 200,
  joinsBurst: 1000,
  joinsRate: 10,
  seatsPerCode: 5000,
  claimsBurst: 20,
  claimsRate: 1,
  devicesPerLink: 500,
  downloadsPhone: 12,
  downloadsDesk: 120,
  practiceRooms: 3,
  practiceSpeed: 1,
  diskFree: 500_000_000,
}
