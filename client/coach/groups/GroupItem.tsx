import { useId } from 'react'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { Card, Group } from '../model.ts'
import { ShowOnScreen } from '../ShowOnScreen.tsx'
import { useWhyNot } from '../whyNot.ts'
import { CardList } from './CardList.tsx'
import { GroupMenu } from './GroupMenu.tsx'
import { NameCheck } from './NameCheck.tsx'
import { last } from './numbers.ts'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

type Props = {
  group: Group
  cards: Card[]
  /** What the search finds of these. */
  found: Card[]
  open: boolean
  onFold: () => void
  work: Grouping
}

/** A group beside the pile. While something is chosen it is one large target. */
export const GroupItem = ({ group, cards, found, open, onFold, work }: Props) => {
  const w = useGroupWords()
  const whyNot = useWhyNot()
  const { covered } = useDesk()
  const heading = useId()
  const { chosen, selection } = work
  const number = work.numbers.get(group.id) ?? last + 1
  const inside = cards.filter((card) => selection.has(card.id)).map((card) => card.id)
  const aiming = chosen.length > 0 && inside.length < chosen.length
  const newest = cards.filter((card) => card.released || !covered).at(-1)
  const notes = [
    group.shown ? null : w.groups.notOpen,
    inside.length > 0 ? w.groups.chosenHere(inside.length) : null,
    found.length < cards.length && found.length > 0 ? w.groups.foundHere(found.length) : null,
  ].filter((note) => note !== null)
  return (
    <section className={`group${aiming ? ' group-aim' : ''}${open ? ' group-open' : ''}`} aria-labelledby={heading} data-group={group.id}>
      <h3 id={heading}>
        <button type="button" className="group-fold" aria-expanded={open} onClick={onFold}>
          {number > last ? null : (
            <kbd>
              <span className="for-ears">{w.groups.keyBefore} </span>
              {number}
            </kbd>
          )}
          <span className="group-name">{group.name}</span>
          <b>
            {cards.length}
            <span className="for-ears"> {w.groups.ideasIn(cards.length)}</span>
          </b>
          <span className="group-arrow" aria-hidden="true" />
        </button>
      </h3>
      {open ? null : <p className="group-peek">{newest?.text ?? w.groups.empty}</p>}
      <div className="group-tools">
        {notes.length === 0 ? null : <small>{notes.join(' · ')}</small>}
        {aiming ? (
          <Button
            compact
            why={whyNot('ideas.assign')}
            label={w.groups.into(chosen.length, group.name)}
            onPress={() => void work.assign(chosen, group.id)}
          >
            {w.groups.here}
          </Button>
        ) : (
          <>
            {group.shown ? <ShowOnScreen compact show={{ on: 'cluster', cluster: group.id, page: null }} label={w.groups.show} /> : null}
            <GroupMenu group={group} cards={cards} inside={inside} work={work} />
          </>
        )}
      </div>
      <NameCheck group={group} />
      {open ? <CardList list={group.id} name={group.name} cards={found} work={work.picking} /> : null}
    </section>
  )
}
