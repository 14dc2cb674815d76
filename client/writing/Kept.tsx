import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Given } from '../parts/Shared.tsx'
import type { Desk } from '../phone/useForm.ts'
import { keepDraft, readDraft } from '../session/drafts.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { type Form, parts } from './forms.ts'
import { useLaterWords } from './laterWords.ts'

/** Texts that were half-written when their writer went along with the room. `others`: a phase in which others write now. */
export const Kept = ({ desk, others }: { desk: Desk; others: string | undefined }) =>
  desk.kept.map((form) => (
    <One key={form.name} form={form} onResume={form.phase === others ? null : () => desk.open(form)} onDone={desk.done} />
  ))

type Props = { form: Form; onResume: (() => void) | null; onDone: (form: Form) => void }

/** Whole, and one tap away. */
const One = ({ form, onResume, onDone }: Props) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const [asked, setAsked] = useState(false)
  const [text, who, day] = ['', '/who', '/day'].map((part) => readDraft(plein, form.name + part).trim()) as [string, string, string]
  if (text === '' && who === '' && day === '') return null
  const drop = () => {
    for (const part of ['', ...parts]) keepDraft(plein, form.name + part, '')
    onDone(form)
  }
  return (
    <section className="card kept">
      <h2>{w.write.keptHeading}</h2>
      {text === '' ? null : (
        <p className="said" translate="no">
          {text}
        </p>
      )}
      <Given it={{ who: who || null, by: null, ...(day === '' ? {} : { day }) }} />
      {asked ? (
        <div className="sure">
          <p>{w.write.dropSure}</p>
          <div className="pair">
            <Button onPress={() => setAsked(false)}>{w.own.no}</Button>
            <Button tone="alarm" onPress={drop}>
              {w.write.drop}
            </Button>
          </div>
        </div>
      ) : (
        <div className="pair">
          {onResume === null ? null : <Button onPress={onResume}>{w.write.resume}</Button>}
          <Button tone="quiet" onPress={() => setAsked(true)}>
            {w.write.drop}
          </Button>
        </div>
      )}
    </section>
  )
}
