/** Which Oefen-Pleinen have played people in them. Bounded: a server is for real Pleinen. */
import type { Place } from '../live/place.ts'
import { type Cast, type CastParts, createCast } from './cast.ts'
import { scripts } from './texts/script.ts'

export type Casts = {
  /** A coach came in: when it is an Oefen-Plein, people come too. Those of a server that was restarted come back in this way. */
  coachCame(place: Place): void
  stop(): void
}

/** A room that cannot be read has nobody in it. */
const unreadable = (): void => undefined

export const createCasts = (parts: CastParts, most: number): Casts => {
  const playing = new Map<string, Cast>()
  /** Where a coach came while too many others were practising. */
  const waiting = new Map<string, Place>()
  let stopped = false

  const coached = ({ hall }: Place): boolean => [...hall.guests()].some(({ who }) => who.role === 'coach')
  const begin = (place: Place, locale: keyof typeof scripts) => {
    const { id } = place.room
    waiting.delete(id)
    const over = () => {
      playing.delete(id)
      void freed()
    }
    playing.set(id, createCast(place, scripts[locale], parts, over))
  }
  const came = async (place: Place): Promise<void> => {
    const { practice, locale } = await place.room.read(({ plein }) => ({
      practice: plein.practice && plein.stage !== 'closed',
      locale: plein.locale,
    }))
    if (!practice || stopped || playing.has(place.room.id)) return
    if (playing.size < most) begin(place, locale)
    else waiting.set(place.room.id, place)
  }
  /** Until a place is taken: who waited longest may have closed it meanwhile, or another coach came first. */
  const freed = async (): Promise<void> => {
    for (const [id, next] of [...waiting]) {
      if (playing.size >= most) return
      if (waiting.delete(id) && coached(next)) await came(next).catch(unreadable)
    }
  }
  return {
    coachCame: (place) => void came(place).catch(unreadable),
    stop: () => {
      stopped = true
      for (const cast of [...playing.values()]) cast.leave()
    },
  }
}
