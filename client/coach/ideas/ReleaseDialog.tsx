import type { Contribution } from '../../../shared/domain/state.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Action, Button } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** Says how many will be shared and which will not, before it happens: sharing cannot be taken back from people's eyes. */
export const ReleaseDialog = ({
  as,
  waiting,
  hidden,
  onClose,
}: {
  as: Contribution
  waiting: Card[]
  hidden: Card[]
  onClose: () => void
}) => {
  const w = useCoachWords()
  const unshared = hidden.filter((card) => !card.released)
  return (
    <Dialog close={w.close} heading={w.ideasSheet.previewHeading} onClose={onClose}>
      <p className="big">{w.ideasSheet.preview(waiting.length, unshared.length)}</p>
      <p className="help">{w.ideasSheet.previewHelp}</p>
      {unshared.length === 0 ? null : (
        <>
          <p>{w.ideasSheet.previewNot}</p>
          <ul className="rows rows-low">
            {unshared.map((card) => (
              <li key={card.id} className="idea">
                <Cover text={card.text} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="row">
        <Action
          tone="main"
          command={{ type: 'ideas.release', ideas: 'all', as }}
          why={waiting.length === 0 ? w.why.nothingWaits : null}
          onDone={onClose}
        >
          {w.ideasSheet.previewGo(waiting.length)}
        </Action>
        <Button onPress={onClose}>{w.cancel}</Button>
      </div>
    </Dialog>
  )
}
