import { LanguageSwitch } from '../../parts/LanguageSwitch.tsx'
import { Leave } from '../../parts/Leave.tsx'
import { Receipt } from '../../parts/Receipt.tsx'
import { Shade } from '../../parts/Shade.tsx'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { toggleFullscreen } from '../Shortcuts.tsx'
import { useCoachWords } from '../words.ts'
import { AddressChoice } from './AddressChoice.tsx'
import { AdmitForm } from './AdmitForm.tsx'
import { Devices } from './Devices.tsx'
import { Door } from './Door.tsx'
import { Life } from './Life.tsx'
import { Links } from './Links.tsx'
import { OutcomePanel } from './OutcomePanel.tsx'
import { SettingsForm } from './SettingsForm.tsx'

export const ManageSheet = () => {
  const w = useCoachWords()
  return (
    <>
      <Life />
      <Door />
      <AdmitForm heading roles={['screen', 'coach']} />
      <section className="panel">
        <AddressChoice />
      </section>
      <OutcomePanel />
      <Devices />
      <Links />
      <SettingsForm />
      <DevicePanel />
      <p>{w.manage.keysHint}</p>
    </>
  )
}

const DevicePanel = () => {
  const w = useCoachWords()
  const desk = useDesk()
  return (
    <section className="panel">
      <h2>{w.manage.device}</h2>
      <label className="check">
        <input type="checkbox" checked={desk.letters} onChange={(event) => desk.setLetters(event.target.checked)} />
        {w.manage.keys}
      </label>
      <label className="check">
        <input type="checkbox" checked={desk.covered} onChange={(event) => desk.setCovered(event.target.checked)} />
        {w.cover.on}
      </label>
      <Shade />
      <div className="row">
        <Button hint="F" onPress={toggleFullscreen}>
          {w.manage.fullscreen}
        </Button>
        <LanguageSwitch />
        <Receipt />
        <Leave start="/coach" />
      </div>
    </section>
  )
}
