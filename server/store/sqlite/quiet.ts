/** Does something when nobody has asked for anything for a while, and at the latest after a longer while. */
export type Quiet = {
  /** There is something to do. */
  want: () => void
  /** Somebody asked for something. */
  stir: () => void
  stop: () => void
}

export const quiet = (after: number, atLatest: number, work: () => void): Quiet => {
  let soon: NodeJS.Timeout | null = null
  let latest: NodeJS.Timeout | null = null
  const stop = (): void => {
    if (soon) clearTimeout(soon)
    if (latest) clearTimeout(latest)
    soon = null
    latest = null
  }
  const now = (): void => {
    stop()
    work()
  }
  return {
    want: () => {
      soon ??= setTimeout(now, after)
      latest ??= setTimeout(now, atLatest)
    },
    stir: () => soon?.refresh(),
    stop,
  }
}
