import { useEntry } from '../../session/useDocument.ts'
import { Action } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

export const Door = () => {
  const w = useCoachWords()
  const locked = useEntry('board', 'plein', 'doorLocked') ?? false
  const asks = useEntry('board', 'plein', 'doorAsks') ?? false
  return (
    <section className="panel">
      <h2>{w.manage.door}</h2>
      <p>{locked ? w.manage.doorLocked : asks ? w.manage.doorAsks : w.manage.doorOpen}</p>
      <div className="row">
        {locked || asks ? <Action command={{ type: 'door.set', locked: false }}>{w.manage.unlock}</Action> : null}
        {asks ? null : <Action command={{ type: 'door.set', locked: false, asks: true }}>{w.manage.askFirst}</Action>}
        {locked ? null : <Action command={{ type: 'door.set', locked: true }}>{w.manage.lock}</Action>}
      </div>
    </section>
  )
}
