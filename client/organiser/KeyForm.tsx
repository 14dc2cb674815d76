import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { keyIn } from './key.ts'
import { useOrganiserWords } from './words.ts'

export const KeyForm = ({ wrong, onKey }: { wrong: boolean; onKey: (key: string) => void }) => {
  const w = useOrganiserWords()
  const [text, setText] = useState('')
  const key = keyIn(text)
  return (
    <form
      className="sheet-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (key !== '') onKey(key)
      }}
    >
      <h1>{w.key.heading}</h1>
      {wrong ? <p role="alert">{w.key.wrong}</p> : null}
      <p>{w.key.help}</p>
      <label className="field">
        {w.key.field}
        <input type="password" value={text} onChange={(event) => setText(event.target.value)} autoComplete="current-password" />
      </label>
      <p>
        <Button submit tone="main" why={key === '' ? w.key.empty : null}>
          {w.key.go}
        </Button>
      </p>
    </form>
  )
}
