import { useState } from 'react'
import type { DeskCard } from '../../../shared/domain/cards/told.ts'
import { useSettling } from '../../parts/useSettling.ts'
import { dropDraft } from '../../session/drafts.ts'
import { useMuted } from '../../session/useSeat.ts'
import { Action, Button } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { AskForm } from './AskForm.tsx'
import { draftOf } from './drafts.ts'

/** One card: its words, what its author was asked and answered, and what can be done with it now. */
export const CardRow = ({ card: { card, text, asked, allowed, aside } }: { card: DeskCard }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { plein } = useDesk()
  const muted = useMuted().has(card)
  const [asking, setAsking] = useState(false)
  const yes = allowed !== null && allowed.as !== 'no' ? allowed : null
  const state = yes !== null ? w.cards.allowed[yes.as] : allowed !== null ? w.cards.no : asked !== null ? w.cards.waiting : null
  const { turning } = useDeskWords().rail
  const turns = useSettling(yes?.words) ? turning : null
  const proposed = yes?.words ?? asked?.words ?? null
  return (
    <li className="idea">
      <div className="idea-text">
        <Cover text={text} />
        {state === null ? null : (
          <small>
            {yes === null ? state : <b className="tag">{state}</b>}
            {proposed === null || (yes !== null && yes.words === text) ? null : (
              <>
                {' '}
                <Cover text={proposed} />
              </>
            )}
          </small>
        )}
      </div>
      <div className="idea-tools">
        {yes === null ? null : (
          <Action compact command={{ type: 'card.release', card, words: yes.words }} turning={turns}>
            {w.cards.share}
          </Action>
        )}
        {asking || aside ? null : (
          <Button compact why={allowed?.as === 'no' ? w.cards.noMore : whyNot('card.ask')} onPress={() => setAsking(true)}>
            {asked === null ? w.cards.ask : w.cards.askAgain}
          </Button>
        )}
        {/* Whoever puts it aside asks nothing any more; what another coach had begun stays at that desk, for when it comes back. */}
        <Action compact command={{ type: 'card.aside', card, aside: !aside }} onDone={() => aside || dropDraft(plein, draftOf(card))}>
          {aside ? w.cards.back : w.cards.aside}
        </Action>
        {/* Behind putting aside, so that nobody is stopped by a slip of the finger. */}
        {aside ? (
          <Action compact command={{ type: 'seat.mute', idea: card, muted: !muted }}>
            {muted ? w.ideasSheet.unmute : w.ideasSheet.mute}
          </Action>
        ) : null}
        {aside && muted ? <small>{w.ideasSheet.muted}</small> : null}
      </div>
      {asking ? <AskForm card={card} first={asked?.words ?? ''} onDone={() => setAsking(false)} /> : null}
    </li>
  )
}
