import { type ReactNode, useState } from 'react'
import { Qr } from '../../parts/Qr.tsx'
import { useSession } from '../../session/SessionProvider.tsx'
import { useEntry } from '../../session/useDocument.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { bare, grouped, joinAddress } from '../../stage/join.ts'
import { Button } from '../Action.tsx'
import { Fold } from '../Fold.tsx'
import { Glyph } from '../Glyph.tsx'
import { AddressChoice } from '../manage/AddressChoice.tsx'
import { AdmitForm } from '../manage/AdmitForm.tsx'
import { useCoachWords } from '../words.ts'
import { PrintSheet } from './PrintSheet.tsx'
import { useRoomState } from './useRoomState.ts'
import { useWifi } from './useWifi.ts'
import { WifiStep } from './WifiStep.tsx'

/** Goes through what a room needs, from the Wi-Fi on the wall to the second coach. Each line ticks itself when it has happened. */
export const RoomCheck = () => {
  const w = useCoachWords()
  const { hello } = useSession()
  const crowd = useCrowd()
  const title = useEntry('board', 'plein', 'title') ?? ''
  const wifi = useWifi()
  const state = useRoomState()
  const [printing, setPrinting] = useState(false)
  const join = hello?.join
  return (
    <>
      <ol className="roomcheck">
        <Step name={w.room.wifi} done={wifi.name !== ''} says={wifi.name === '' ? w.room.wifiOptional : wifi.name}>
          <Fold summary={w.room.wifiFill} open={wifi.name !== ''}>
            <WifiStep wifi={wifi} />
          </Fold>
        </Step>
        <Step name={w.room.addressStep} done={state.address} says={join ? bare(join.address) : w.room.not}>
          {state.address ? null : <p>{w.room.addressOnlyHere}</p>}
          <Fold summary={w.room.addressOther} open={!state.address}>
            <AddressChoice />
          </Fold>
        </Step>
        <Step name={w.room.screen} done={state.screen} says={state.screen ? w.side.screens(crowd?.screens ?? 0) : w.room.not}>
          {state.screen ? null : (
            <>
              <p>{w.room.screenHow(join ? `${bare(join.address)}/scherm` : '/scherm')}</p>
              <AdmitForm roles={['screen']} />
            </>
          )}
        </Step>
        <Step name={w.room.phone} done={state.phone} says={state.phone ? w.room.phones(crowd?.present ?? 0) : w.room.not}>
          {!join || state.phone ? null : (
            <div className="room-pair">
              <div>
                <p>{w.room.phoneHow}</p>
                <p>
                  {bare(join.address)} · <b className="code">{grouped(join.code)}</b>
                </p>
              </div>
              <Qr text={joinAddress(join)} label={w.room.joinQr} />
            </div>
          )}
          <Fold summary={w.room.trouble}>
            <ul className="room-trouble">
              {w.room.troubles.map(([what, help]) => (
                <li key={what}>
                  <b>{what}</b> {help}
                </li>
              ))}
            </ul>
          </Fold>
        </Step>
        <Step
          name={w.room.line}
          done={state.phone && state.fallback === 0}
          says={!state.phone ? w.room.lineLater : state.fallback === 0 ? w.room.lineLive : w.room.lineFallback(state.fallback)}
        >
          {state.fallback === 0 ? null : <p>{w.room.lineHelp}</p>}
        </Step>
        <Step name={w.room.coach} done={state.coach} says={state.coach ? w.room.ok : w.room.coachOptional}>
          {state.coach ? null : (
            <Fold summary={w.room.coachAdmit}>
              <p>{w.room.coachHow(join ? `${bare(join.address)}/coach` : '/coach')}</p>
              <AdmitForm roles={['coach']} />
            </Fold>
          )}
        </Step>
      </ol>
      {join ? <Button onPress={() => setPrinting(true)}>{w.room.print}</Button> : null}
      {printing && join ? <PrintSheet title={title} join={join} wifi={wifi} onClose={() => setPrinting(false)} /> : null}
    </>
  )
}

const Step = ({ name, done, says, children }: { name: string; done: boolean; says: string; children?: ReactNode }) => (
  <li className={done ? 'done' : undefined}>
    <Glyph shape={done ? 'done' : 'open'} />
    <div>
      <p role="status">
        <strong>{name}</strong>: {says}
      </p>
      {children}
    </div>
  </li>
)
