import { Dialog } from '../../parts/Dialog.tsx'
import { useFormDraft } from '../../session/useFormDraft.ts'
import { useDesk } from '../desk.ts'
import { useCoachWords } from '../words.ts'
import type { PhaseChange, PhaseTask } from './PhaseDialog.tsx'

/** The phase of a form that stood open was taken out of the programme at another desk: said, with what was typed, which nobody else has (L4). */
export const PhaseGone = ({ task, phase, onClose }: { task: PhaseTask['task']; phase: string; onClose: () => void }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const [draft, setDraft] = useFormDraft<PhaseChange>(plein, `phase-form:${task}:${phase}`)
  const typed = [draft?.title, draft?.settings?.prompt].filter((words) => typeof words === 'string' && words.trim() !== '')
  const close = () => {
    setDraft(null)
    onClose()
  }
  return (
    <Dialog heading={w.phase.gone} close={w.close} onClose={close}>
      <p role="alert">{w.phase.goneHelp[task]}</p>
      {typed.length === 0 ? null : (
        <>
          <p className="help">{w.phase.goneTyped}</p>
          {typed.map((words) => (
            <p key={words} className="said">
              {words}
            </p>
          ))}
        </>
      )}
    </Dialog>
  )
}
