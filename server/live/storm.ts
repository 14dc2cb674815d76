/** While the disk refuses: coaches are told once that it does, and once that it is over. */
import type { Notice } from '../../shared/wire/messages.ts'
import type { Store } from '../store/contract.ts'
import type { Timers } from './contract.ts'

export type Storm = {
  /** A commit failed. */
  began(): void
  /** A commit succeeded. */
  passed(): void
  rages(): boolean
  stop(): void
}

const probeEvery = 2000

export const createStorm = ({
  store,
  timers,
  notice,
}: {
  store: Pick<Store, 'probe'>
  timers: Timers
  notice: (notice: Notice) => void
}): Storm => {
  let raging = false
  let cancel: (() => void) | null = null
  const passed = (): void => {
    if (!raging) return
    raging = false
    cancel?.()
    notice({ notice: 'storage-recovered' })
  }
  // Without this, a room in which everybody waits for the disk would never learn that it is back.
  const probe = (): void => {
    cancel = timers.after(probeEvery, () => {
      store.probe().then(
        ({ ok }) => (ok ? passed() : raging && probe()),
        () => raging && probe(),
      )
    })
  }
  return {
    began: () => {
      if (raging) return
      raging = true
      notice({ notice: 'storage-failed' })
      probe()
    },
    passed,
    rages: () => raging,
    stop: () => {
      raging = false
      cancel?.()
    },
  }
}
