import { useLater } from '../session/later.ts'
import { useFramings } from '../session/useDocument.ts'
import { useDeskWords } from './deskWords.ts'
import { sheetsLater } from './later.ts'
import { ShowOnScreen } from './ShowOnScreen.tsx'

/** What the room sees, and what a coach changes about it: its page, the code large, nothing at all. */
export const OnScreen = () => {
  const w = useDeskWords()
  const come = useLater(sheetsLater)
  const links = useFramings().length
  return (
    <section className="on-screen">
      <h2>{w.side.screen}</h2>
      {come === null ? null : <come.ScreenNow />}
      <div className="row">
        <ShowOnScreen compact show={{ on: 'join' }} label={w.side.qr} />
        <ShowOnScreen compact show={{ on: 'dark' }} label={w.side.dark} />
      </div>
      {links > 1 ? (
        <div className="row">
          <ShowOnScreen compact show={{ on: 'chain', page: null }} label={w.question.chainButton} />
        </div>
      ) : null}
    </section>
  )
}
