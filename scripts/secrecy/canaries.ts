/** Words that occur nowhere else, and who may ever hear them. Each is looked for in every byte at the moment at which it arrives. */
import { randomBytes } from 'node:crypto'

export type Canary = {
  what: string
  words: string
  /** Names. */
  may: Set<string>
  /** Whoever comes later may hear it too. */
  everybody: boolean
  heardBy: Set<string>
}
export type Canaries = {
  plant(what: string, may: Iterable<string>): Canary
  /** From now on all may hear it. */
  open(canary: Canary): void
  /** Whoever has not heard it by now, may not. */
  shut(canary: Canary, present: Iterable<string>): void
  hear(name: string, bytes: Uint8Array): void
  all(): readonly Canary[]
  breaches: string[]
}

const length = 18
const form = new RegExp(`PIEP[0-9a-f]{${length}}`, 'g')

/** 22 characters of base64url, so that it can also be the key of an idea. */
const word = (): string => `PIEP${randomBytes(length / 2).toString('hex')}`

export const createCanaries = (): Canaries => {
  const planted = new Map<string, Canary>()
  const breaches: string[] = []
  return {
    plant: (what, may) => {
      const canary = { what, words: word(), may: new Set(may), everybody: false, heardBy: new Set<string>() }
      planted.set(canary.words, canary)
      return canary
    },
    open: (canary) => {
      canary.everybody = true
    },
    shut: (canary, present) => {
      if (canary.everybody) canary.may = new Set([...canary.may, ...present])
      canary.everybody = false
    },
    hear: (name, bytes) => {
      for (const [words] of Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').matchAll(form)) {
        const canary = planted.get(words)
        if (!canary) continue
        if (!canary.everybody && !canary.may.has(name)) breaches.push(`${canary.what} reached ${name}`)
        canary.heardBy.add(name)
      }
    },
    all: () => [...planted.values()],
    breaches,
  }
}
