import { type FormEvent, useRef } from 'react'
import { composed, endComposing } from './composing.ts'

/** Sends a form, one time at a time: a second tap while the disk is slow must not send the same words again. */
export const useOnce = (): ((event: FormEvent, send: () => Promise<void>) => void) => {
  const sending = useRef(false)
  return (event, send) => {
    event.preventDefault()
    if (sending.current) return
    endComposing()
    sending.current = true
    void send().finally(() => {
      sending.current = false
    })
  }
}

/** What stays in a field of which `sent` has gone: fast fingers are in the next words before the answer comes, and those are not wiped with it (L4). */
export const notSent = async (latest: () => string, sent: string): Promise<string> => {
  await composed()
  const now = latest()
  return now.startsWith(sent) ? now.slice(sent.length) : now
}
