import { Link } from '../parts/place.tsx'
import { useSharedWords } from '../parts/words.ts'
import type { Ending } from '../session/connection.ts'
import { useWorks } from '../session/SessionProvider.tsx'
import { Button } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'

export const Gone = ({ ending }: { ending: Ending }) => {
  const w = useDeskWords()
  const shared = useSharedWords()
  const { connection } = useWorks()
  return (
    <main className="claim">
      <h1>{shared.ended[ending].heading}</h1>
      <p role="alert">{shared.ended[ending].help}</p>
      {ending === 'replaced' ? (
        <Button tone="main" onPress={connection.resume}>
          {shared.ended.resume}
        </Button>
      ) : ending === 'protocol' ? (
        <Button tone="main" onPress={() => location.reload()}>
          {shared.ended.reload}
        </Button>
      ) : (
        <Link href="/coach">{w.gone.again}</Link>
      )}
    </main>
  )
}
