import type { CSSProperties } from 'react'
import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { useMoods } from '../../parts/useMoods.ts'
import type { Shown } from '../../shown/shown.ts'
import { paged } from '../paged.ts'
import { useScreenWords } from '../words.ts'
import '../../styles/screenMoods.css'

const values = ['heavy', 'neutral', 'light'] as const

/** How the question felt before and after its questions: two bars for each feeling, no arrow and no verdict. */
export const Moods = ({ shown }: { shown: Extract<Shown, { what: 'moods' }> }) => {
  const screen = useScreenWords()
  const w = useLaterSharedWords().burst
  const moods = useMoods(shown.phase)
  const most = Math.max(1, ...values.flatMap((value) => [moods.before?.[value] ?? 0, moods.after?.[value] ?? 0]))
  const none = (['before', 'after'] as const).filter((when) => moods[when] === null)
  return (
    <section className="stage-body stage-moods">
      <header className="stage-heading">
        <h2>{w.heading}</h2>
        {paged(shown) ? (
          <div className="stage-aside">
            <p>{screen.page(shown.page + 1, shown.pages)}</p>
          </div>
        ) : null}
      </header>
      {none.length === 2 ? null : (
        <table>
          <thead className="for-ears">
            <tr>
              <th scope="col">{w.heading}</th>
              <th scope="col">{w.when.before}</th>
              <th scope="col">{w.when.after}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value}>
                <th scope="row">{w.feelings[value]}</th>
                {(['before', 'after'] as const).map((when) =>
                  moods[when] === null ? null : (
                    <td key={when} className={`mood-${when}`} style={{ '--share': moods[when][value] / most } as CSSProperties}>
                      <span aria-hidden="true">{w.when[when]}</span>
                      <i aria-hidden="true" className={moods[when][value] === 0 ? 'none' : undefined} />
                      <b>{moods[when][value]}</b>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {none.map((when) => (
        <p key={when} className="stage-help">
          {w.few(w.when[when])}
        </p>
      ))}
    </section>
  )
}
