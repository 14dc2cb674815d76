import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { useAct } from '../session/useAct.ts'
import { useEntries, usePlein } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { Refused } from './Refused.tsx'
import { useIntakeWords } from './words.ts'

/** What the room reads when it comes in may be what was said at the intake. */
export const PutAtWelcome = ({ words }: { words: string }) => {
  const w = useIntakeWords()
  const may = useMay()
  const phases = useEntries('board', 'phases')
  const programme = usePlein()?.programme ?? []
  const welcome = programme.find((id) => phases.get(id)?.kind === 'welcome')
  const { act, busy, refusal } = useAct()
  if (!may('phase.edit')) return null
  const there = welcome !== undefined && phases.get(welcome)?.settings.prompt === words
  const why =
    welcome === undefined ? w.welcome.none : codePoints(normalise(words)) > lengths.prompt ? w.welcome.tooLong(lengths.prompt) : null
  if (there) return <p className="help">{w.welcome.done}</p>
  return (
    <>
      <Button
        why={why}
        busy={busy}
        onPress={() => {
          if (welcome !== undefined) void act({ type: 'phase.edit', phase: welcome, settings: { prompt: words } })
        }}
      >
        {w.welcome.use}
      </Button>
      <Refused refusal={refusal} />
    </>
  )
}
