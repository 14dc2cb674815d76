import { Button, Refused } from '../Action.tsx'
import { ShowOnScreen } from '../ShowOnScreen.tsx'
import { useWhyNot } from '../whyNot.ts'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

/** Under the thumb: what is chosen and what can be done with it; otherwise what was just done, and the way back. */
export const Bar = ({ work }: { work: Grouping }) => {
  const w = useGroupWords()
  const whyNot = useWhyNot()
  const { chosen } = work
  const some = chosen.length > 0
  const alone = chosen.length === 1 ? work.cards.find((card) => card.id === chosen[0]) : undefined
  const placed = work.cards.some((card) => card.cluster !== null && work.selection.has(card.id))
  return (
    <section className={some ? 'selection selection-some' : 'selection'} aria-label={w.groups.selection}>
      <p role="status">{some ? w.ideasSheet.chosen(chosen.length) : work.said}</p>
      <Refused refusal={work.refusal} />
      {some ? (
        <>
          <Button hint="G" why={whyNot('ideas.assign')} onPress={work.askWhere}>
            {w.groups.move}
          </Button>
          <Button hint="N" why={whyNot('cluster.create')} onPress={() => work.ask({ task: 'create', ideas: chosen })}>
            {w.groups.create}
          </Button>
          {alone?.released ? <ShowOnScreen compact show={{ on: 'idea', idea: alone.id }} label={w.groups.show} /> : null}
          {placed ? (
            <Button hint="0" why={whyNot('ideas.assign')} onPress={() => void work.assign(chosen, null)}>
              {w.groups.loosen}
            </Button>
          ) : null}
          <Button hint="H" why={whyNot('idea.hide')} onPress={() => void work.hide(chosen)}>
            {w.ideasSheet.hide}
          </Button>
          <Button onPress={() => work.choose([])}>{w.ideasSheet.chooseNone}</Button>
        </>
      ) : (
        <>
          <Button hint="N" why={whyNot('cluster.create')} onPress={() => work.ask({ task: 'create', ideas: [] })}>
            {w.groups.createEmpty}
          </Button>
          {/* Beside the work stands the same button, with what it takes back: here only on a tablet, for thumbs. */}
          <span className="selection-undo">
            <Button hint="Z" why={work.canUndo ? whyNot('undo') : w.why.nothingToUndo} onPress={() => work.undo()}>
              {w.undo.mine}
            </Button>
          </span>
        </>
      )}
    </section>
  )
}
