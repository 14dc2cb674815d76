import { useState } from 'react'
import { kinds } from '../../../shared/domain/phases/kinds.ts'
import type { Contribution } from '../../../shared/domain/state.ts'
import { useLater } from '../../session/later.ts'
import { usePhase } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { type SheetName, useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { sheetsLater } from '../later.ts'
import { useCards } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'

/** What waits for release, and sharing it in one go; reading it first is one tap away. */
export const NowRelease = ({ as, sheet }: { as: Contribution; sheet: SheetName }) => {
  const come = useLater(sheetsLater)
  const w = useDeskWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const [previewing, setPreviewing] = useState(false)
  const cards = useCards().filter((card) => card.as === as)
  const waiting = cards.filter((card) => !card.released && !card.hidden)
  const hidden = cards.filter((card) => card.hidden)
  const shared = cards.filter((card) => card.released && !card.hidden).length
  const phase = usePhase()
  const alone = phase !== null && kinds[phase.kind].contributions.length === 1
  const none = shared === 0 ? w.why.nothingWaits : w.now.allShared(shared)
  return (
    <div className="row">
      <Button why={waiting.length === 0 ? none : whyNot('ideas.release')} onPress={() => setPreviewing(true)}>
        {w.now.release(alone ? null : w.contributions[as], waiting.length)}
      </Button>
      {waiting.length === 0 ? null : <Button onPress={() => desk.open(sheet)}>{w.now.read}</Button>}
      {previewing && come !== null ? (
        <come.ReleaseDialog as={as} waiting={waiting} hidden={hidden} onClose={() => setPreviewing(false)} />
      ) : null}
    </div>
  )
}
