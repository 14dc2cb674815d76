/** While nothing is written, because the disk refuses or because the state is broken: coaches are told once, and once when it is over. */
import type { Notice } from '../../shared/wire/messages.ts'
import type { Store } from '../store/contract.ts'
import type { Timers } from './contract.ts'

export type Storm = {
  /** A commit failed. */
  began(): void
  /** A commit succeeded. */
  passed(): void
  /** The state breaks a rule: nothing may be written on it, however well the disk is. Ends with the room only. */
  broke(): void
  isBroken(): boolean
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
  let isBroken = false
  let cancel: (() => void) | null = null
  const passed = (): void => {
    if (!raging || isBroken) return
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
  const tell = (): void => {
    if (raging) return
    raging = true
    notice({ notice: 'storage-failed' })
  }
  return {
    began: () => {
      if (raging) return
      tell()
      probe()
    },
    passed,
    broke: () => {
      isBroken = true
      cancel?.()
      tell()
    },
    isBroken: () => isBroken,
    rages: () => raging,
    stop: () => {
      raging = false
      cancel?.()
    },
  }
}
