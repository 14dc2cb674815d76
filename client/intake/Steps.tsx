import { Was } from '../parts/Change.tsx'
import { useFramings } from '../session/useDocument.ts'
import { useIntakeWords } from './words.ts'

/** How the question changed in the intake: as it came in, and each step from there to what lies under it. */
export const Steps = () => {
  const w = useIntakeWords()
  const chain = useFramings()
  const steps = chain.filter(({ form, order }) => order === 0 || form === 'intake')
  if (steps.length === 0) return null
  return (
    <div className="intake-chain">
      <h3>{w.step.heading}</h3>
      <p className="help">{w.step.help}</p>
      <ol className="plain-list">
        {steps.map((step, place) => {
          const before = steps[place - 1]
          return (
            <li key={step.id}>
              <small>{before === undefined ? w.step.first : w.step.from}</small>
              {before === undefined ? null : <Was before={before.text} after={step.text} />}
              <p className="said">{step.text}</p>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
