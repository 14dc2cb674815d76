import { Qr } from '../../parts/Qr.tsx'
import { useCoachWords } from '../words.ts'
import type { useWifi } from './useWifi.ts'
import { wifiText } from './wifi.ts'

export const WifiStep = ({ wifi }: { wifi: ReturnType<typeof useWifi> }) => {
  const w = useCoachWords()
  return (
    <div className="room-pair">
      <div className="room-fields">
        <label className="field">
          {w.room.wifiName}
          <input
            type="text"
            value={wifi.name}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => wifi.setName(event.target.value)}
          />
        </label>
        <label className="field">
          {w.room.wifiPassword}
          <input
            type="text"
            value={wifi.password}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={(event) => wifi.setPassword(event.target.value)}
          />
          <small>{w.room.wifiKept}</small>
        </label>
      </div>
      {wifi.name === '' ? null : <Qr text={wifiText(wifi.name, wifi.password)} label={w.room.wifiQr(wifi.name)} />}
    </div>
  )
}
