import { catalogue } from '../session/language.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { backupDays, town } from '../session/theme.ts'
import { usePlein } from '../session/useDocument.ts'
import { useWords } from '../session/useLanguage.ts'
import { receiptOf } from '../words/receipt.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { PrivacyLink } from './PrivacyLink.tsx'
import { useSharedWords } from './words.ts'
import '../styles/receipt.css'

const catalogues = catalogue({
  nl: async () => (await import('../words/privacy.nl.ts')).privacy,
  en: async () => (await import('../words/privacy.en.ts')).privacy,
})

export const Sheet = ({ onClose }: { onClose: () => void }) => {
  const w = useWords(catalogues)
  const shared = useSharedWords()
  const plein = usePlein()
  const { now } = useSession()
  const parts = receiptOf(w, {
    backupDays: backupDays(),
    secure: location.protocol === 'https:',
    town: town(),
    plein,
    now: now(),
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
        <PrivacyLink beside words={w.page} />
        <Button onPress={onClose}>{w.close}</Button>
      </p>
    </Dialog>
  )
}
