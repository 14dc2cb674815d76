import { type KeyboardEvent, useRef } from 'react'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Loading } from '../parts/Loading.tsx'
import { useLater } from '../session/later.ts'
import { useToldCards } from '../session/useSeat.ts'
import { Button } from './Action.tsx'
import { useDraftsOfCards } from './cards/drafts.ts'
import { type SheetName, useDesk } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { sheetsLater } from './later.ts'
import { useCards } from './model.ts'
import { NowSheet } from './NowSheet.tsx'
import { usePhaseName } from './programme/phaseName.ts'
import { sheetOf } from './useRoomMoves.ts'

const modules = {
  ideas: 'IdeasSheet',
  groups: 'GroupsSheet',
  votes: 'VotesSheet',
  intake: 'IntakeSheet',
  question: 'QuestionSheet',
  harvest: 'HarvestSheet',
  manage: 'ManageSheet',
  cards: 'CardsSheet',
} as const satisfies Record<Exclude<SheetName, 'now'>, string>
const all = ['now', ...Object.keys(modules)] as SheetName[]

/** What the desk works on: one sheet at a time. `elsewhere`: where another coach took the room; going along is offered, never done. */
export const Sheets = ({ elsewhere }: { elsewhere: PhaseEntry | null }) => {
  const w = useDeskWords()
  const desk = useDesk()
  const waiting = useWaiting()
  const cards = useToldCards()
  useDraftsOfCards(desk.plein)
  // Last, so that nothing moves when the first one comes.
  const names = all.filter((name) => name !== 'cards' || cards.length > 0 || desk.sheet === 'cards')
  const tabs = useRef<HTMLDivElement>(null)
  const come = useLater(sheetsLater, desk.sheet !== 'now')
  const Sheet = desk.sheet === 'now' ? NowSheet : (come?.[modules[desk.sheet]] ?? Loading)
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = names[(names.indexOf(desk.sheet) + step + names.length) % names.length]
    if (next === undefined) return
    desk.open(next)
    tabs.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <main className="work" id="work" tabIndex={-1}>
      <div className="tabs" role="tablist" aria-label={w.sheets.label} ref={tabs} onKeyDown={steer}>
        {names.map((name) => (
          <button
            type="button"
            key={name}
            id={`tab-${name}`}
            role="tab"
            aria-selected={desk.sheet === name}
            aria-controls="sheet"
            tabIndex={desk.sheet === name ? 0 : -1}
            onClick={() => desk.open(name)}
          >
            {w.sheets[name]}
            {waiting[name] ? (
              <span className="badge">
                {waiting[name]}
                <span className="for-ears"> {w.sheets.waiting}</span>
              </span>
            ) : null}
          </button>
        ))}
      </div>
      <Follow elsewhere={elsewhere} />
      <div id="sheet" key={desk.sheet} role="tabpanel" aria-labelledby={`tab-${desk.sheet}`} className={`sheet sheet-${desk.sheet}`}>
        <Sheet />
      </div>
    </main>
  )
}

const Follow = ({ elsewhere }: { elsewhere: PhaseEntry | null }) => {
  const w = useDeskWords()
  const desk = useDesk()
  const nameOf = usePhaseName()
  // The one card shows every phase; where its texts are read is no other place either.
  const there =
    elsewhere === null
      ? []
      : [
          'now',
          sheetOf[elsewhere.kind],
          ...(elsewhere.kind === 'ideas' || elsewhere.kind === 'checkin' ? ['ideas'] : []),
          ...(elsewhere.kind === 'burst' ? ['question'] : []),
        ]
  const away = elsewhere !== null && !there.includes(desk.sheet)
  return (
    <div className={away ? 'follow' : undefined} role="status">
      {away ? (
        <>
          {w.sheets.moved(nameOf(elsewhere))} <Button onPress={() => desk.open(sheetOf[elsewhere.kind])}>{w.sheets.follow}</Button>
        </>
      ) : null}
    </div>
  )
}

/** What waits for a coach, told at the tab where it can be dealt with. */
const useWaiting = (): Partial<Record<SheetName, number>> => {
  const waiting: Partial<Record<SheetName, number>> = {}
  const cards = useCards()
  const sealed = useToldCards().filter(({ aside, asked, allowed }) => !aside && (allowed !== null ? allowed.as !== 'no' : asked === null))
  waiting.cards = sealed.length
  for (const card of cards) {
    if (card.hidden || (card.released && card.edit === null)) continue
    const sheet =
      card.as === 'condition'
        ? 'votes'
        : card.as === 'proposal' || card.as === 'question'
          ? 'question'
          : card.as === 'commitment' || card.as === 'closing'
            ? 'harvest'
            : 'ideas'
    waiting[sheet] = (waiting[sheet] ?? 0) + 1
  }
  return waiting
}
