import { begin } from '../parts/begin.tsx'
import { fetchTheRest } from './later.ts'
import { Phone } from './Phone.tsx'

/** Draws a seat into `page`. The function that comes back takes it away. */
export const start = (page: HTMLElement, plein: string, token: string): (() => void) => {
  const end = begin(page, <Phone plein={plein} token={token} />)
  const letBe = fetchTheRest()
  return () => {
    letBe()
    end()
  }
}
