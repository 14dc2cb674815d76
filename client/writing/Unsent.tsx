import { readDraft } from '../session/drafts.ts'
import { useSession } from '../session/SessionProvider.tsx'
import type { Form } from './forms.ts'
import { useWritingWords } from './words.ts'

/** What was being written when the Plein closed: it can go nowhere, but it is not taken away. */
export const Unsent = ({ form }: { form: Form }) => {
  const w = useWritingWords()
  const { plein } = useSession()
  const text = readDraft(plein, form.name)
  if (text.trim() === '') return null
  return (
    <div className="card">
      <p className="said">{text}</p>
      <p className="state">{w.write.unsent}</p>
    </div>
  )
}
