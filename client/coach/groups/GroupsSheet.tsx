import { useRef, useState } from 'react'
import { usePhase } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { useCards, useGroups } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { AskNames } from './AskNames.tsx'
import { Bar } from './Bar.tsx'
import { CardList } from './CardList.tsx'
import { GroupItem } from './GroupItem.tsx'
import { GroupTasks } from './GroupTasks.tsx'
import { Tools } from './Tools.tsx'
import { useDragging } from './useDragging.ts'
import { useGrouping } from './useGrouping.ts'
import { useGroupKeys } from './useGroupKeys.ts'
import { type Grouped, GroupedContext, useGroupWords } from './useGroupWords.ts'
import '../../styles/grouping.css'
import '../../styles/selection.css'

/** Ideas are grouped, and what was proposed for the question: each by itself, and what is proposed first where the question is asked anew. */
export const GroupsSheet = () => {
  const w = useCoachWords()
  const phase = usePhase()
  const proposals = useCards().some(({ as, hidden }) => as === 'proposal' && !hidden)
  const groups = useGroups().some(({ of }) => of === 'proposal')
  const [grouped, setGrouped] = useState<Grouped>(phase?.kind === 'reframe' && proposals ? 'proposal' : 'idea')
  return (
    <GroupedContext value={grouped}>
      {proposals || groups ? (
        <fieldset className="grouped">
          <legend className="for-ears">{w.groups.which}</legend>
          {(['idea', 'proposal'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="grouped" checked={grouped === one} onChange={() => setGrouped(one)} />
              {w.groups.of[one]}
            </label>
          ))}
        </fieldset>
      ) : null}
      <Grouping key={grouped} />
    </GroupedContext>
  )
}

/** One pile beside the groups: select, then assign. What stays loose blocks nothing. */
const Grouping = () => {
  const w = useGroupWords()
  const root = useRef<HTMLDivElement>(null)
  const work = useGrouping(root)
  useGroupKeys(work)
  useDragging(root, work)
  const phase = usePhase()
  const { groups, cards, loose, found, looseFound } = work
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const fold = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const allOpen = groups.length > 0 && groups.every((group) => open.has(group.id))
  const ownPlace = phase?.kind === 'cluster' && phase.settings.whoGroups === 'authors'
  return (
    <div className="grouping" ref={root}>
      <Tools work={work} loose={looseFound.length} />
      {ownPlace ? (
        <p className="grouping-own">
          {w.groups.start} <strong>{w.groups.havePlace(cards.length - loose.length, cards.length)}</strong>
        </p>
      ) : null}
      <div className="columns">
        <section className="column-loose" aria-labelledby="loose" data-group="">
          <h2 id="loose" data-landing tabIndex={-1}>
            {w.groups.loose(loose.length, cards.length)}
          </h2>
          {cards.length === 0 ? (
            <p className="help">{w.groups.noIdeas}</p>
          ) : loose.length === 0 ? (
            <p className="help">{w.groups.looseNone}</p>
          ) : looseFound.length === 0 ? (
            <p className="help">{w.groups.foundNone}</p>
          ) : null}
          <CardList list="loose" name={w.groups.looseName} cards={looseFound} work={work.picking} />
        </section>
        <section className="column-groups" aria-labelledby="groups">
          <div className="groups-head">
            <h2 id="groups">{w.groups.count(groups.length)}</h2>
            {groups.length === 0 ? null : <AskNames groups={groups} />}
            {groups.length === 0 ? null : (
              <Button onPress={() => setOpen(new Set(allOpen ? [] : groups.map((group) => group.id)))}>
                {allOpen ? w.groups.foldAll : w.groups.unfoldAll}
              </Button>
            )}
          </div>
          {groups.length === 0 ? <p className="help">{w.groups.none}</p> : null}
          <div className="groups-grid">
            {groups.map((group) => {
              const inside = work.inGroup(group.id)
              return (
                <GroupItem
                  key={group.id}
                  group={group}
                  cards={inside}
                  found={found.length === cards.length ? inside : found.filter((card) => card.cluster === group.id)}
                  open={open.has(group.id)}
                  onFold={() => fold(group.id)}
                  work={work}
                />
              )
            })}
          </div>
        </section>
      </div>
      <Bar work={work} />
      {work.task === null ? null : <GroupTasks task={work.task} work={work} />}
    </div>
  )
}
