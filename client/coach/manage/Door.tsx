import { useEntry } from '../../session/useDocument.ts'
import { Action } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

export const Door = () => {
  const w = useCoachWords()
  const locked = useEntry('board', 'plein', 'doorLocked') ?? false
  return (
    <section className="panel">
      <h2>{w.manage.door}</h2>
      <div className="row">
        <Action command={{ type: 'door.set', locked: !locked }}>{locked ? w.manage.unlock : w.manage.lock}</Action>
        <span>{locked ? w.manage.doorLocked : w.manage.doorOpen}</span>
      </div>
    </section>
  )
}
