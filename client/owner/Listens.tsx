import { useFirstRound } from '../parts/useFirstRound.ts'
import { useOwnerWords } from './words.ts'

/** Why the owner does not write now: said where the field would be. */
export const Listens = () => {
  const w = useOwnerWords()
  const { listens } = useFirstRound()
  return (
    <div role="status">
      {listens ? (
        <section className="listens">
          <h2>{w.listens.heading}</h2>
          <p>{w.listens.help}</p>
          <p className="help">{w.listens.lift}</p>
        </section>
      ) : null}
    </div>
  )
}
