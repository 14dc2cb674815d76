import { useState } from 'react'
import { withWords } from '../session/language.ts'
import { later, useLater } from '../session/later.ts'
import { useWords } from '../session/useLanguage.ts'
import { beginning } from '../words/begin.ts'
import { Button } from './Button.tsx'
import { PrivacyLink } from './PrivacyLink.tsx'

export const receiptLater = later(() => withWords(import('./ReceiptSheet.tsx')))

/** What is kept of this Plein, who sees it and until when: behind one word at the foot of a page. */
export const Receipt = () => {
  const w = useWords(beginning)
  const [open, setOpen] = useState(false)
  const come = useLater(receiptLater, open)
  return (
    <>
      <Button tone="quiet" onPress={() => setOpen(true)}>
        {w.kept}
      </Button>
      {!open ? null : come === null ? <PrivacyLink beside /> : <come.Sheet onClose={() => setOpen(false)} />}
    </>
  )
}
