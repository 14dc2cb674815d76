import { useState } from 'react'
import '../styles/receipt.css'
import { useLanguage, useWords } from '../session/language.ts'
import { backupDays, town } from '../session/theme.ts'
import { usePlein } from '../session/useDocument.ts'
import { privacy as en } from '../words/privacy.en.ts'
import { privacy as nl } from '../words/privacy.nl.ts'
import { receiptOf } from '../words/receipt.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { useSharedWords } from './words.ts'

const catalogues = { nl, en }

/** The page that the server draws, for whoever is in no Plein yet. `beside`: something goes on here, so it opens in a tab of its own. */
export const PrivacyLink = ({ beside = false, page = false }: { beside?: boolean; page?: boolean }) => {
  const w = useWords(catalogues)
  const address = useLanguage() === 'en' ? '/privacy/en' : '/privacy'
  return (
    <a className="button button-quiet" href={address} {...(beside ? { target: '_blank', rel: 'noopener' } : {})}>
      {page ? w.page : w.link}
    </a>
  )
}

/** What is kept of this Plein, who sees it and until when: behind one word at the foot of a page. */
export const Receipt = () => {
  const w = useWords(catalogues)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button tone="quiet" onPress={() => setOpen(true)}>
        {w.link}
      </Button>
      {open ? <Sheet onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const Sheet = ({ onClose }: { onClose: () => void }) => {
  const w = useWords(catalogues)
  const shared = useSharedWords()
  const plein = usePlein()
  const parts = receiptOf(w, {
    backupDays: backupDays(),
    secure: location.protocol === 'https:',
    town: town(),
    plein,
    date: shared.date,
  })
  return (
    <Dialog heading={w.title} close={w.close} onClose={onClose}>
      <p>{w.intro}</p>
      <div className="receipt">
        {parts.map(({ name, heading, items }) => (
          <section key={name}>
            <h3>{heading}</h3>
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="receipt-foot">
        <PrivacyLink beside page />
        <Button onPress={onClose}>{w.close}</Button>
      </p>
    </Dialog>
  )
}
