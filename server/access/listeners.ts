/** Who wants to hear of something, and telling all of them. */
export type Listeners<T extends unknown[]> = {
  on(listener: (...told: T) => void): void
  tell(...told: T): void
}

export const listeners = <T extends unknown[]>(): Listeners<T> => {
  const all: ((...told: T) => void)[] = []
  return {
    on: (listener) => void all.push(listener),
    tell: (...told) => {
      for (const listener of all) listener(...told)
    },
  }
}
