import { type ReactNode, useEffect, useRef } from 'react'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import { Button } from './Button.tsx'
import { useSharedWords } from './words.ts'

/** The line has ended for good: why, what to do, and that nothing is lost. */
export const Ended = ({ start = '/', children = null }: { start?: string /** What is still here. */; children?: ReactNode }) => {
  const w = useSharedWords()
  const { ending } = useSession()
  const { connection } = useWorks()
  const said = w.ended[ending ?? 'token-unknown']
  const heading = useRef<HTMLHeadingElement>(null)
  // The page that was here is gone, with whatever had the cursor.
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className="ended">
      <h1 ref={heading} tabIndex={-1}>
        {said.heading}
      </h1>
      <p>{said.help}</p>
      {ending === 'replaced' ? (
        <Button tone="main" onPress={connection.resume}>
          {w.ended.resume}
        </Button>
      ) : ending === 'protocol' ? (
        <Button tone="main" onPress={() => location.reload()}>
          {w.ended.reload}
        </Button>
      ) : (
        <a className="button button-main" href={start}>
          {w.ended.start}
        </a>
      )}
      {children}
    </main>
  )
}
