import { useId } from 'react'
import { chooseShade, shades, useChosenShade } from '../session/shade.ts'
import { useLaterSharedWords } from './laterWords.ts'

/** Licht, donker, of zoals het apparaat. The view that shows it calls `useShade()` at its root. */
export const Shade = () => {
  const w = useLaterSharedWords()
  const chosen = useChosenShade()
  const name = useId()
  return (
    <fieldset>
      <legend>{w.shade.label}</legend>
      {shades.map((shade) => (
        <label className="check" key={shade}>
          <input type="radio" name={name} checked={shade === chosen} onChange={() => chooseShade(shade)} />
          {w.shade[shade]}
        </label>
      ))}
    </fieldset>
  )
}
