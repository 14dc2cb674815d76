import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useContributing } from '../session/SessionProvider.tsx'
import { useOutbox } from '../session/useMine.ts'
import { useLaterWords } from '../writing/laterWords.ts'

/** Dots that waited for a line until the round was closed: said once, wherever the room is by now, and gone when it was seen. */
export const TooLate = () => {
  const w = useLaterWords()
  const { outbox } = useContributing()
  const late = useOutbox().filter(({ command, refused }) => command.type === 'ballot.cast' && refused !== null)
  if (late.length === 0) return null
  return (
    <Notice>
      <p>{w.tooLate.said}</p>
      <Button
        onPress={() => {
          for (const { id } of late) outbox.dismiss(id)
        }}
      >
        {w.tooLate.seen}
      </Button>
    </Notice>
  )
}
