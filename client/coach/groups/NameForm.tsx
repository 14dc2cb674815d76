import { useState } from 'react'
import { lengths } from '../../../shared/text/lengths.ts'
import { Button } from '../Action.tsx'
import { useGroupWords } from './useGroupWords.ts'

type Props = {
  first?: string
  /** Whether the room may see the name before a shared idea stands in it. */
  asksOpen?: boolean
  openFirst?: boolean
  busy: boolean
  onName: (name: string, open: boolean) => void
}

/** A name, and Enter. */
export const NameForm = ({ first = '', asksOpen = false, openFirst = false, busy, onName }: Props) => {
  const w = useGroupWords()
  const [name, setName] = useState(first)
  const [open, setOpen] = useState(openFirst)
  const why = name.trim() === '' ? w.why.empty : name.trim() === first ? w.why.nothingChanged : null
  const send = () => {
    if (why === null && !busy) onName(name.trim(), open)
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="field">
        {w.groups.name}
        <input type="text" value={name} maxLength={lengths.cluster} onChange={(event) => setName(event.target.value)} />
      </label>
      {asksOpen ? (
        <label className="check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
          {w.groups.createOpen}
        </label>
      ) : null}
      <Button tone="main" hint="Enter" why={why} busy={busy} onPress={send}>
        {w.save}
      </Button>
    </form>
  )
}
