import { type ReactNode, type Ref, useRef } from 'react'
import { Qr } from '../../parts/Qr.tsx'
import { Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'
import type { useWifi } from './useWifi.ts'
import { wifiText } from './wifi.ts'

export const WifiStep = ({ wifi }: { wifi: ReturnType<typeof useWifi> }) => {
  const w = useCoachWords()
  const first = useRef<HTMLInputElement>(null)
  const forget = () => {
    wifi.forget()
    // The button goes with what it forgot.
    first.current?.focus()
  }
  return (
    <div className="room-pair">
      <div className="room-fields">
        <Typed name={w.room.wifiName} text={wifi.name} onText={wifi.setName} field={first} />
        <Typed name={w.room.wifiPassword} text={wifi.password} onText={wifi.setPassword}>
          <small>{w.room.wifiKept}</small>
        </Typed>
        {wifi.name === '' && wifi.password === '' ? null : (
          <Button tone="quiet" onPress={forget}>
            {w.room.wifiForget}
          </Button>
        )}
      </div>
      {wifi.name === '' ? null : <Qr text={wifiText(wifi.name, wifi.password)} label={w.room.wifiQr(wifi.name)} />}
    </div>
  )
}

/** Letter for letter as it stands on the wall: nothing completes or corrects it. */
const Typed = ({
  name,
  text,
  onText,
  field,
  children,
}: {
  name: string
  text: string
  onText: (text: string) => void
  field?: Ref<HTMLInputElement>
  children?: ReactNode
}) => (
  <label className="field">
    {name}
    <input
      ref={field}
      type="text"
      value={text}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => onText(event.target.value)}
    />
    {children}
  </label>
)
