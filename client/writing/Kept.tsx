import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { keepDraft, readDraft } from '../session/drafts.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { type Form, parts } from './forms.ts'
import { useLaterWords } from './laterWords.ts'

/** A text that was half-written when its writer went along with the room: whole, and one tap away. */
export const Kept = ({
  form,
  closed,
  onResume,
  onDone,
}: {
  form: Form
  /** It can go nowhere any more, but it is not taken away. */
  closed: boolean
  onResume: () => void
  onDone: (form: Form) => void
}) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const [asked, setAsked] = useState(false)
  const text = readDraft(plein, form.name)
  if (text.trim() === '') return null
  const drop = () => {
    for (const part of ['', ...parts]) keepDraft(plein, form.name + part, '')
    onDone(form)
  }
  return (
    <section className="card kept">
      <h2>{closed ? w.write.unsent : w.write.keptHeading}</h2>
      <p className="said">{text}</p>
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
          {closed ? null : <Button onPress={onResume}>{w.write.resume}</Button>}
          <Button tone="quiet" onPress={() => setAsked(true)}>
            {w.write.drop}
          </Button>
        </div>
      )}
    </section>
  )
}
