import { useEffect, useId } from 'react'
import { Button } from '../parts/Button.tsx'
import { usePlein } from '../session/useDocument.ts'
import { say, stop, useSaying, useVoice } from './speech.ts'
import { usePhoneWords } from './words.ts'

/** Reads these texts aloud; stops when it is pressed again, or when they leave the page. Not there on a device without a voice of its own. */
export const ReadAloud = ({ what, texts }: { what: string; texts: readonly string[] }) => {
  const w = usePhoneWords()
  const name = useId()
  const locale = usePlein()?.locale ?? 'nl'
  const can = useVoice(locale)
  const saying = useSaying() === name
  // Only what this button began: another one may be reading.
  useEffect(() => (saying ? stop : undefined), [saying])
  if (!can || texts.length === 0) return null
  return (
    <Button tone="quiet" label={saying ? w.aloud.stop : w.aloud.this(what)} onPress={() => (saying ? stop() : say(name, texts, locale))}>
      {saying ? w.aloud.stop : w.aloud.go}
    </Button>
  )
}
