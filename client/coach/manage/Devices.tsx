import { useState } from 'react'
import type { Device } from '../../../shared/wire/messages.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useSession } from '../../session/SessionProvider.tsx'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import '../../styles/devices.css'

const order = ['coach', 'owner', 'screen'] as const

/** Which devices are in by a link or a short code. This one stands first, and has no way to put itself out: so a desk always stays (R3). */
export const Devices = () => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { hello, now } = useSession()
  const { act, busy, refusal } = useAct()
  const [asked, setAsked] = useState<Device | null>(null)
  const [ended, setEnded] = useState<Device | null>(null)
  const own = hello?.device
  const rank = ({ device, role }: Device) => (device === own ? -1 : order.indexOf(role))
  const devices = [...(hello?.devices ?? [])].sort((a, b) => rank(a) - rank(b))
  const name = ({ device, role }: Device) => w.manage.deviceName(w.roles[role], device.slice(0, 4))
  const end = async (one: Device) => {
    const answer = await act({ type: 'device.end', device: one.device })
    if (!answer.ok) return
    setAsked(null)
    setEnded(one)
  }
  return (
    <section className="panel" aria-labelledby="devices">
      <h2 id="devices">{w.manage.devices}</h2>
      <p className="help">{w.manage.devicesHelp}</p>
      <ul className="plain-list devices">
        {devices.map((one) => (
          <li key={one.device}>
            <span className="device">
              <b>{name(one)}</b>
              <span>{w.manage.deviceSince(one.since, now())}</span>
            </span>
            {one.device === own ? (
              <span>{w.manage.device}</span>
            ) : (
              <Button label={w.manage.deviceEndOf(name(one))} why={whyNot('device.end')} onPress={() => setAsked(one)}>
                {w.manage.deviceEnd}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{ended === null ? null : w.manage.deviceEnded(name(ended))}</p>
      {asked === null ? null : (
        <Dialog heading={w.manage.deviceEndOf(name(asked))} onClose={() => setAsked(null)}>
          <p>{w.manage.deviceWarning[asked.role]}</p>
          <Refused refusal={refusal} />
          <div className="dialog-acts">
            <Button tone="alarm" busy={busy} onPress={() => void end(asked)}>
              {w.manage.deviceEndSure}
            </Button>
            <Button onPress={() => setAsked(null)}>{w.manage.deviceKeep}</Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
