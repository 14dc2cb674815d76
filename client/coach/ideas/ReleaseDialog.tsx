import type { Contribution } from '../../../shared/domain/state.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Action, Button } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** So many can be named in one command. */
const atOnce = 2000

type Props = {
  as: Contribution
  waiting: Card[]
  hidden: Card[]
  /** Only these; all that waits when absent. */
  only?: Card[]
  onClose: () => void
  onDone?: () => void
}

/** Says how many will be shared and which will not, before it happens: sharing cannot be taken back from people's eyes. */
export const ReleaseDialog = ({ as, waiting, hidden, only, onClose, onDone = onClose }: Props) => {
  const w = useCoachWords()
  const going = only ?? waiting
  const leaves = new Set(going)
  const staying = [...waiting.filter((card) => !leaves.has(card)), ...hidden.filter((card) => !card.released)]
  return (
    <Dialog heading={w.ideasSheet.previewHeading} onClose={onClose}>
      <p className="big">{w.ideasSheet.preview(going.length, staying.length)}</p>
      <p className="help">{w.ideasSheet.previewHelp}</p>
      {staying.length === 0 ? null : (
        <>
          <p>{w.ideasPreview.not}</p>
          <ul className="rows rows-low">
            {staying.map((card) => (
              <li key={card.id} className="idea">
                <span>
                  <Cover text={card.text} />
                  <small>{card.hidden ? w.ideasPreview.hidden : w.ideasPreview.notChosen}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="row">
        <Action
          tone="main"
          command={{ type: 'ideas.release', ideas: going.length > atOnce ? 'all' : going.map((card) => card.id), as }}
          why={going.length === 0 ? w.why.nothingWaits : null}
          onDone={onDone}
        >
          {w.ideasSheet.previewGo(going.length)}
        </Action>
        <Button onPress={onClose}>{w.cancel}</Button>
      </div>
    </Dialog>
  )
}
