import { useSession } from '../../session/SessionProvider.tsx'
import { useCrowd } from '../../session/useSeat.ts'

/** An address that leads to this machine only: no phone gets there. */
const onlyHere = /^https?:\/\/(localhost|127\.|\[::1\])/

export const useRoomState = () => {
  const crowd = useCrowd()
  const address = useSession().hello?.join?.address
  return {
    address: address !== undefined && !onlyHere.test(address),
    screen: (crowd?.screens ?? 0) > 0,
    phone: (crowd?.joined ?? 0) > 0,
    /** Phones that the network gives no direct line. */
    fallback: crowd?.fallback ?? 0,
    coach: (crowd?.coaches ?? 0) > 1,
  }
}
