import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { useLater } from '../session/later.ts'
import { pagesLater } from './later.ts'
import { usePhoneWords } from './words.ts'

/** Takes everything of this Plein off this phone, after it was asked twice. `help`: with what stays elsewhere. */
export const Wipe = ({ help = false }: { help?: boolean }) => {
  const w = usePhoneWords()
  const [asked, setAsked] = useState(false)
  const come = useLater(pagesLater, asked)
  if (asked && come !== null) return <come.WipeSure help={help} onLeave={() => setAsked(false)} />
  return (
    <Button tone="quiet" busy={asked} onPress={() => setAsked(true)}>
      {w.closed.wipe}
    </Button>
  )
}
