import { useLayoutEffect } from 'react'
import type { JoinInfo } from '../../../shared/wire/messages.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Qr } from '../../parts/Qr.tsx'
import { bare, grouped, joinAddress } from '../../stage/join.ts'
import { Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'
import type { useWifi } from './useWifi.ts'
import { wifiText } from './wifi.ts'

/** Two pictures side by side: first onto the Wi-Fi, then into the Plein. Printed, only the sheet itself comes out. */
export const PrintSheet = ({
  title,
  join,
  wifi,
  onClose,
}: {
  title: string
  join: JoinInfo
  wifi: ReturnType<typeof useWifi>
  onClose: () => void
}) => {
  const w = useCoachWords()
  useLayoutEffect(() => {
    const { classList } = document.documentElement
    classList.add('printing')
    return () => classList.remove('printing')
  }, [])
  return (
    <Dialog close={w.close} heading={w.room.print} onClose={onClose}>
      <div className="print-sheet">
        <h3>{title}</h3>
        <div className="print-pair">
          {wifi.name === '' ? null : (
            <section>
              <h4>{w.room.printWifi}</h4>
              <Qr text={wifiText(wifi.name, wifi.password)} label={w.room.wifiQr(wifi.name)} />
              <p>
                {w.room.wifiName}: <b>{wifi.name}</b>
              </p>
              {wifi.password === '' ? null : (
                <p>
                  {w.room.wifiPassword}: <b>{wifi.password}</b>
                </p>
              )}
            </section>
          )}
          <section>
            <h4>{wifi.name === '' ? w.room.printJoinOnly : w.room.printJoin}</h4>
            <Qr text={joinAddress(join)} label={w.room.joinQr} />
            <p>
              {w.room.address}: <b>{bare(join.address)}</b>
            </p>
            <p>
              {w.room.code}: <b className="code">{grouped(join.code)}</b>
            </p>
          </section>
        </div>
      </div>
      <div className="row">
        <Button tone="main" onPress={() => window.print()}>
          {w.room.printGo}
        </Button>
        <span className="help">{w.room.printHelp}</span>
      </div>
    </Dialog>
  )
}
