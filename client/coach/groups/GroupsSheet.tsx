import { useMemo, useState } from 'react'
import { useAct } from '../../session/useAct.ts'
import { usePhase } from '../../session/useDocument.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useChosen } from '../ideas/useChosen.ts'
import { useKeys } from '../keys.ts'
import { useCards, useGroups } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { CardList } from './CardList.tsx'
import { GroupColumn } from './GroupColumn.tsx'
import { GroupDialog, type GroupTask } from './GroupDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** One pile beside the groups: select, then assign. What stays loose blocks nothing. */
export const GroupsSheet = () => {
  const w = useCoachWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const phase = usePhase()
  const groups = useGroups()
  const everything = useCards()
  const cards = useMemo(() => everything.filter((card) => card.as === 'idea' && !card.hidden), [everything])
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<GroupTask | null>(null)
  const { act, refusal } = useAct()
  const { chosen, toggle, choose } = useChosen(cards)
  const wanted = plain(search.trim())
  const found = useMemo(() => (wanted === '' ? cards : cards.filter((card) => plain(card.text).includes(wanted))), [cards, wanted])
  const known = new Set(groups.map((group) => group.id))
  const isLoose = (cluster: string | null) => cluster === null || !known.has(cluster)
  const loose = found.filter((card) => isLoose(card.cluster))
  const allLoose = cards.filter((card) => isLoose(card.cluster)).length
  const selection = new Set(chosen)

  const assign = async (ideas: string[], cluster: string | null) => {
    if (ideas.length === 0 || whyNot('ideas.assign') !== null) return
    const answer = await act({ type: 'ideas.assign', ideas, cluster })
    if (answer.ok) choose([])
  }
  const numbered = Object.fromEntries(groups.slice(0, 9).map((group, at) => [String(at + 1), () => void assign(chosen, group.id)]))
  useKeys(
    {
      ...numbered,
      '0': () => void assign(chosen, null),
      n: () => setTask({ task: 'create', ideas: chosen }),
      g: () => {
        if (chosen.length > 0) setTask({ task: 'move', ideas: chosen })
      },
      h: () => {
        if (chosen.length > 0) void act({ type: 'idea.hide', ideas: chosen })
      },
      escape: () => choose([]),
    },
    desk.letters,
  )
  const lists = { selection, onToggle: toggle, onChoose: choose, chosen, onDrop: assign }
  return (
    <div className="grouping">
      <div className="grouping-tools">
        <label className="field field-search">
          <span className="for-ears">{w.groups.search}</span>
          <input
            id="search"
            type="search"
            placeholder={w.groups.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        {wanted === '' ? null : (
          <>
            <span role="status">{w.groups.found(found.length)}</span>
            <Button onPress={() => choose(found.map((card) => card.id))} why={found.length === 0 ? w.why.nothingFound : null}>
              {w.groups.chooseFound(found.length)}
            </Button>
          </>
        )}
        <Button hint="N" why={whyNot('cluster.create')} onPress={() => setTask({ task: 'create', ideas: chosen })}>
          {chosen.length === 0 ? w.groups.createEmpty : w.groups.create}
        </Button>
        <Refused refusal={refusal} />
      </div>
      {phase?.kind === 'cluster' && phase.settings.whoGroups === 'authors' ? <p className="help">{w.groups.start}</p> : null}
      <div className="columns">
        <section className="column column-loose" aria-label={w.groups.loose(allLoose, cards.length)}>
          <h2>{w.groups.loose(allLoose, cards.length)}</h2>
          {cards.length === 0 ? (
            <p className="help">{w.groups.noIdeas}</p>
          ) : allLoose === 0 ? (
            <p className="help">{w.groups.looseNone}</p>
          ) : null}
          <CardList name={w.groups.looseName} cards={loose} {...lists} />
        </section>
        <div className="column-grid">
          {groups.length === 0 ? <p className="help">{w.groups.none}</p> : null}
          {groups.map((group, at) => (
            <GroupColumn
              key={group.id}
              group={group}
              number={at + 1}
              all={cards.filter((card) => card.cluster === group.id)}
              cards={found.filter((card) => card.cluster === group.id)}
              groups={groups}
              onTask={setTask}
              {...lists}
            />
          ))}
        </div>
      </div>
      {chosen.length === 0 ? null : (
        <SelectionBar cards={cards} chosen={chosen} onTask={setTask} onNone={() => choose([])} onLoose={() => void assign(chosen, null)} />
      )}
      {task === null ? null : <GroupDialog task={task} groups={groups} onClose={() => setTask(null)} onDone={() => choose([])} />}
    </div>
  )
}
