import { type RefObject, useContext, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Answer, WireError } from '../../../shared/wire/messages.ts'
import { wallNow } from '../../session/clock.ts'
import { sameList } from '../../session/same.ts'
import { useAct } from '../../session/useAct.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useDesk } from '../desk.ts'
import { useChosen } from '../ideas/useChosen.ts'
import { type Card, type Group, useCards, useGroups } from '../model.ts'
import { useSteps, useTakeBack } from '../useSteps.ts'
import { useWhyNot } from '../whyNot.ts'
import type { GroupTask } from './GroupTasks.tsx'
import { numbersOf } from './numbers.ts'
import { plainText } from './plainText.ts'
import { useAsked } from './useAsked.ts'
import { type Grouped, GroupedContext, useGroupWords } from './useGroupWords.ts'
import { ideaOf, type Landing, useLanding } from './useLanding.ts'

export type Grouping = {
  groups: readonly Group[]
  /** Of the other kind: what is laid there leaves this sheet. */
  others: readonly Group[]
  /** What a new group is made of, where that has to be said. */
  of: { of?: 'proposal' }
  numbers: ReadonlyMap<string, number>
  /** All ideas that are not hidden, where they stand or are asked to stand. */
  cards: Card[]
  inGroup: (group: string) => Card[]
  loose: Card[]
  search: string
  /** In this order: what the search finds; without a search everything. */
  found: Card[]
  looseFound: Card[]
  setSearch: (text: string) => void
  /** All found loose ones, and only when there are none of these what stands in groups. */
  chooseFound: () => void
  chosen: string[]
  selection: ReadonlySet<string>
  toggle: (id: string) => void
  choose: (ids: readonly string[]) => void
  /** What a step is about: the selection, else the idea under the focus. */
  subject: () => string[]
  assign: (ideas: readonly string[], cluster: string | null) => Promise<void>
  hide: (ideas: readonly string[]) => Promise<void>
  undo: () => void
  canUndo: boolean
  task: GroupTask | null
  /** A dialog has done its work. */
  done: (ideas: readonly string[], sentence: string) => void
  ask: (task: GroupTask | null) => void
  /** Asks for the group in which the subject belongs. */
  askWhere: () => void
  /** Said once, where it is also read. */
  said: string
  say: (sentence: string) => void
  refusal: WireError | null
  landing: Landing
  /** The idea or group that the room has before its eyes. */
  shown: string | null
  picking: Picking
}

/** What a list of ideas to tick needs of all this; the same object until one of these changes. */
export type Picking = Pick<Grouping, 'chosen' | 'selection' | 'toggle' | 'choose' | 'landing' | 'shown'>

const nowhere: Card[] = []

/** A pile in which nothing changed stays the same list, so that it is not drawn again. */
const usePiles = (cards: Card[], groups: readonly Group[]) => {
  const before = useRef<ReadonlyMap<string | null, Card[]>>(new Map())
  const piles = useMemo(() => {
    const piles = new Map<string | null, Card[]>([null, ...groups.map((group) => group.id)].map((id) => [id, []]))
    for (const card of cards) (piles.get(card.cluster) ?? piles.get(null))?.push(card)
    return new Map([...piles].map(([id, pile]) => [id, sameList(before.current.get(id), pile)]))
  }, [cards, groups])
  useEffect(() => {
    before.current = piles
  }, [piles])
  return useMemo(() => ({ piles, loose: piles.get(null) ?? nowhere }), [piles])
}

const finds = (cards: Card[], wanted: string): Card[] =>
  wanted === '' ? cards : cards.filter((card) => plainText(card.text).includes(wanted))

/** Of all cards those that are grouped here: what stands in a group goes with it, whatever it is. */
const groupedIn = (cards: readonly Card[], all: readonly Group[], grouped: Grouped): Card[] => {
  const kinds = new Map(all.map(({ id, of = 'idea' }) => [id, of]))
  return cards.filter(
    ({ as, hidden, cluster }) => !hidden && (as === 'idea' || as === 'proposal') && (kinds.get(cluster ?? '') ?? as) === grouped,
  )
}

export const useGrouping = (root: RefObject<HTMLElement | null>): Grouping => {
  const w = useGroupWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const grouped = useContext(GroupedContext)
  const everyGroup = useGroups()
  const groups = useMemo(() => everyGroup.filter(({ of = 'idea' }) => of === grouped), [everyGroup, grouped])
  const everything = useCards()
  const { act } = useAct()
  const show = useEntry('board', 'plein', 'show')
  const { own: step } = useSteps()
  const asked = useAsked()
  const landing = useLanding(root)
  const [search, setSearch] = useState('')
  const [task, setTask] = useState<GroupTask | null>(null)
  const [said, say] = useState('')
  const [refusal, setRefusal] = useState<WireError | null>(null)
  const [back, setBack] = useState<{ before: ReadonlySet<string>; landed: () => void } | null>(null)

  const cards = useMemo(() => asked.over(groupedIn(everything, everyGroup, grouped)), [everything, everyGroup, grouped, asked])
  const places = usePiles(cards, groups)
  const typed = useDeferredValue(plainText(search.trim()))
  // An emptied field counts at once: the pile must be whole when the focus looks for its next idea.
  const wanted = search.trim() === '' ? '' : typed
  const found = useMemo(() => finds(cards, wanted), [cards, wanted])
  const looseFound = useMemo(() => finds(places.loose, wanted), [places.loose, wanted])
  const { chosen, toggle, choose } = useChosen(cards)
  const selection = useMemo(() => new Set(chosen), [chosen])
  const shown = show?.on === 'idea' ? show.idea : show?.on === 'cluster' ? show.cluster : null
  const picking = useMemo(
    () => ({ chosen, selection, toggle, choose, landing, shown }),
    [chosen, selection, toggle, choose, landing, shown],
  )

  // The last step came back: the ideas are here again, under the cursor and chosen, so that the right key can follow at once.
  useLayoutEffect(() => {
    if (back === null) return
    setBack(null)
    const ideas = places.loose.filter((card) => !back.before.has(card.id)).map((card) => card.id)
    if (ideas[0] !== undefined) {
      choose(ideas.length > 1 ? ideas : [])
      landing.go(ideas[0])
    }
    back.landed()
  }, [back, places, choose, landing])

  // Runs after the dialog has given the focus back to whatever opened it, which is not where the work goes on; in the same commit, so that no key
  // falls between the two.
  const [landAt, setLandAt] = useState(0)
  useLayoutEffect(() => {
    if (landAt > 0) landing.land()
  }, [landAt, landing])

  // However it was taken back, here or beside: what was said about it is no longer so.
  const canUndo = step !== undefined
  const couldUndo = useRef(canUndo)
  useEffect(() => {
    if (couldUndo.current && !canUndo) say(w.groups.undone)
    couldUndo.current = canUndo
  }, [canUndo, w])

  const looseNow = useRef(places.loose)
  useLayoutEffect(() => {
    looseNow.current = places.loose
  })
  const takeBackLast = useTakeBack(act)
  // One after another, each when the one before it stands: on a slow page two would be taken for one, and be chosen together.
  const undoing = useRef(Promise.resolve())
  const takeBack = async (pressed: number) => {
    const before = new Set(looseNow.current.map((card) => card.id))
    const answer = await takeBackLast(pressed)
    heard(answer, w.groups.undone)
    if (answer.ok) await new Promise<void>((landed) => setBack({ before, landed }))
  }

  const heard = (answer: Answer, sentence: string) => {
    if (answer.ok) say(sentence)
    else setRefusal(answer.error)
  }
  const left = (ideas: readonly string[]) => places.loose.filter((card) => !ideas.includes(card.id)).length
  const forget = (ideas: readonly string[]) => {
    choose([])
    // By what stands in the field, as when it was chosen: judged by a list that lags, the field stayed and hid the rest of the pile.
    if (search !== '' && finds(places.loose, plainText(search.trim())).every((card) => ideas.includes(card.id))) setSearch('')
  }
  const subject = () => {
    const focused = ideaOf(document.activeElement)
    return chosen.length > 0 || focused === null ? chosen : [focused]
  }
  const done = (ideas: readonly string[], sentence: string) => {
    setTask(null)
    forget(ideas)
    say(sentence)
    setLandAt((count) => count + 1)
  }
  return {
    groups,
    others: everyGroup.filter((group) => !groups.includes(group)),
    of: grouped === 'proposal' ? { of: grouped } : {},
    numbers: numbersOf(plein, groups),
    cards,
    inGroup: (group) => places.piles.get(group) ?? nowhere,
    loose: places.loose,
    search,
    found,
    looseFound,
    setSearch,
    chooseFound: () => {
      // By what stands in the field: the lists may lag a moment behind fast fingers.
      const now = plainText(search.trim())
      const loose = finds(places.loose, now)
      const take = loose.length > 0 ? loose : finds(cards, now)
      if (take[0] === undefined) return
      choose(take.map((card) => card.id))
      landing.go(take[0].id)
    },
    chosen,
    selection,
    toggle,
    choose,
    subject,
    assign: async (ideas, cluster) => {
      const why = ideas.length === 0 ? w.why.chooseIdeas : whyNot('ideas.assign')
      if (why !== null) return say(why)
      const name = everyGroup.find((group) => group.id === cluster)?.name ?? null
      const rest = left(cluster === null ? [] : ideas)
      forget(ideas)
      const answer = await asked.ask(ideas, cluster, () => act({ type: 'ideas.assign', ideas: [...ideas], cluster }))
      heard(answer, name === null ? w.groups.loosened(ideas.length) : w.groups.placed(ideas.length, name, rest))
    },
    hide: async (ideas) => {
      const why = ideas.length === 0 ? w.why.chooseIdeas : whyNot('idea.hide')
      if (why !== null) return say(why)
      forget(ideas)
      heard(await asked.ask(ideas, undefined, () => act({ type: 'idea.hide', ideas: [...ideas] })), w.groups.hidden(ideas.length))
    },
    undo: () => {
      const why = whyNot('undo')
      if (why !== null) return say(why)
      const pressed = wallNow()
      undoing.current = undoing.current.then(() => takeBack(pressed))
    },
    canUndo,
    task,
    done,
    ask: setTask,
    askWhere: () => {
      const ideas = subject()
      if (ideas.length === 0) say(w.why.chooseIdeas)
      else setTask({ task: 'move', ideas })
    },
    said,
    say,
    refusal,
    landing,
    shown,
    picking,
  }
}
