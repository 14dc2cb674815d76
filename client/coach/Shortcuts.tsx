import { useState } from 'react'
import { Dialog } from '../parts/Dialog.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntries, useEntry, usePhase } from '../session/useDocument.ts'
import { Button } from './Action.tsx'
import { useDesk } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { KeyName } from './Glyph.tsx'
import { useKeys } from './keys.ts'
import { useMoves } from './programme/Moves.tsx'
import { usePhaseName } from './programme/phaseName.ts'
import { turnClock } from './programme/turnClock.ts'
import type { Keyed } from './useKeyed.ts'
import { useWhyNot } from './whyNot.ts'

export const toggleFullscreen = () => {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.documentElement.requestFullscreen?.()
}

/** Keys of the whole desk; those for a selection belong to the groups. */
export const Shortcuts = ({ keyed }: { keyed: Keyed }) => {
  const w = useDeskWords()
  const desk = useDesk()
  const { hello, now } = useSession()
  const whyNot = useWhyNot()
  const moves = useMoves()
  const nameOf = usePhaseName()
  const timer = useEntry('board', 'plein', 'timer')
  const phase = usePhase()
  const rounds = useEntries('board', 'rounds')
  const [help, setHelp] = useState(false)
  const [asking, setAsking] = useState(false)
  const turnTimer = () => keyed.act(turnClock(timer ?? { status: 'stopped' }, phase?.settings.minutes ?? null, now()))
  const turnResult = () => {
    const last = [...rounds].at(-1)
    if (last && last[1].status !== 'open') keyed.act({ type: 'round.reveal', round: last[0], revealed: !last[1].revealed })
  }
  useKeys(
    {
      arrowright: () => keyed.press('phase.next', moves.goNext),
      arrowleft: () => {
        // A slip is taken back without a question; longer ago it may be a slip of the finger itself.
        if (desk.moved !== null) keyed.press('phase.enter', () => void desk.takeBack())
        else if (moves.back) keyed.press('phase.back', () => setAsking(true))
      },
      t: turnTimer,
      r: turnResult,
      v: () => desk.open('votes'),
      f: toggleFullscreen,
      '/': () => {
        desk.open('groups')
        requestAnimationFrame(() => document.getElementById('search')?.focus())
      },
      '?': () => setHelp(true),
    },
    desk.letters && hello !== null,
  )
  // A chord is no single letter, so it works with the letters switched off.
  useKeys({ 'ctrl+z': () => keyed.takeBack() }, true)
  return (
    <>
      {asking && moves.back ? (
        <Dialog heading={w.rail.back} onClose={() => setAsking(false)}>
          <p>{w.rail.backConfirm(nameOf(moves.back))}</p>
          <div className="row">
            <Button
              tone="main"
              why={whyNot('phase.back')}
              onPress={() => {
                setAsking(false)
                moves.goBack()
              }}
            >
              {w.rail.back}
            </Button>
            <Button onPress={() => setAsking(false)}>{w.cancel}</Button>
          </div>
        </Dialog>
      ) : null}
      {help ? (
        <Dialog close={w.close} heading={w.keys.heading} onClose={() => setHelp(false)}>
          <p className="help">{w.keys.help}</p>
          <dl className="keys">
            {w.keys.list.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>
                    <KeyName name={key} />
                  </kbd>
                  {w.keys.arrows[key] === undefined ? null : <span className="for-ears">{w.keys.arrows[key]}</span>}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <label className="check">
            <input type="checkbox" checked={desk.letters} onChange={(event) => desk.setLetters(event.target.checked)} />
            {w.manage.keys}
          </label>
        </Dialog>
      ) : null}
    </>
  )
}
