import { type KeyboardEvent, useId, useState } from 'react'
import { lengths } from '../../../shared/text/lengths.ts'
import type { Group } from '../model.ts'
import { last } from './numbers.ts'
import { plainText } from './plainText.ts'
import { useGroupWords } from './useGroupWords.ts'

type Props = {
  groups: readonly Group[]
  numbers: ReadonlyMap<string, number>
  onPick: (group: string) => void
  /** Offered for a name that no group has. */
  onCreate?: (name: string) => void
}

/** A list to tap, or to type in: letters leave fewer, arrows walk, Enter takes. */
export const Picker = ({ groups, numbers, onPick, onCreate }: Props) => {
  const w = useGroupWords()
  const id = useId()
  const [filter, setFilter] = useState('')
  const [at, setAt] = useState(0)
  const wanted = plainText(filter.trim())
  const found = groups.filter((group) => plainText(group.name).includes(wanted))
  const fresh = onCreate !== undefined && wanted !== '' && !groups.some((group) => plainText(group.name) === wanted)
  const options: { key: string; name: string; number?: number | undefined; take: () => void }[] = [
    ...found.map((group) => ({ key: group.id, name: group.name, number: numbers.get(group.id), take: () => onPick(group.id) })),
    ...(fresh ? [{ key: 'fresh', name: w.groups.createNamed(filter.trim()), take: () => onCreate(filter.trim()) }] : []),
  ]
  const current = Math.min(at, options.length - 1)
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((current + step + options.length) % Math.max(1, options.length))
    else if (event.key === 'Enter') options[current]?.take()
    else return
    event.preventDefault()
  }
  return (
    <div className="picker">
      <label className="field">
        {w.groups.filter}
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={options[current] === undefined ? undefined : `${id}-${current}`}
          autoComplete="off"
          value={filter}
          maxLength={lengths.cluster}
          onChange={(event) => {
            setFilter(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
      </label>
      {options.length === 0 ? <p role="status">{groups.length === 0 ? w.why.noGroup : w.why.nothingFound}</p> : null}
      <div role="listbox" id={id} aria-label={w.groups.all} className="options" hidden={options.length === 0} tabIndex={-1}>
        {options.map(({ key, name, number, take }, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field points at it
          <div
            key={key}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === current}
            className={place === current ? 'option option-now' : 'option'}
            onClick={take}
          >
            {number === undefined || number > last ? null : <kbd>{number}</kbd>} {name}
          </div>
        ))}
      </div>
    </div>
  )
}
