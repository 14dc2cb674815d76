import { useSyncExternalStore } from 'react'

// Reading aloud by the device itself. A voice that works over the network would send the room's words to a stranger, so those do not count.
const listeners = new Set<() => void>()
let saying: string | null = null
let voices: readonly SpeechSynthesisVoice[] = []
const engine = typeof speechSynthesis === 'undefined' ? null : speechSynthesis
const tell = () => {
  for (const listener of [...listeners]) listener()
}
const hear = () => {
  voices = engine?.getVoices().filter((voice) => voice.localService) ?? []
  tell()
}
const subscribe = (listener: () => void) => {
  if (listeners.size === 0) {
    hear()
    // Most browsers find their voices only some time after they were asked.
    engine?.addEventListener?.('voiceschanged', hear)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    engine?.removeEventListener?.('voiceschanged', hear)
    stop()
  }
}
const voiceFor = (locale: string): SpeechSynthesisVoice | undefined => {
  const fit = voices.filter((voice) => voice.lang.toLowerCase().startsWith(locale))
  return fit.find((voice) => voice.default) ?? fit[0]
}

export const stop = (): void => {
  saying = null
  engine?.cancel()
  tell()
}
/** One thing at a time: what was being read stops. */
export const say = (name: string, texts: readonly string[], locale: string): void => {
  const voice = voiceFor(locale)
  if (engine === null || voice === undefined) return
  engine.cancel()
  saying = name
  for (const [at, text] of texts.entries()) {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = 0.95
    if (at === texts.length - 1)
      words.onend = () => {
        if (saying === name) stop()
      }
    engine.speak(words)
  }
  tell()
}

/** Whether this device has a voice of that language. */
export const useVoice = (locale: string): boolean => useSyncExternalStore(subscribe, () => voiceFor(locale) !== undefined)
/** The name of what is being read. */
export const useSaying = (): string | null => useSyncExternalStore(subscribe, () => saying)
