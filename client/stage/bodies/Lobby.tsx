import type { CSSProperties } from 'react'
import { Paving } from '../../parts/Paving.tsx'
import { Qr } from '../../parts/Qr.tsx'
import { Sign } from '../../parts/Sign.tsx'
import { useSession } from '../../session/SessionProvider.tsx'
import { useDilemma, useEntry, usePhase } from '../../session/useDocument.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { shortened } from '../../shown/lines.ts'
import { lettersIn, plateInside } from '../../shown/plate.ts'
import type { Shown } from '../../shown/shown.ts'
import { caption as below, lobby } from '../../shown/surface.ts'
import { bare, grouped, joinAddress } from '../join.ts'
import { useScreenWords } from '../words.ts'

/** The way in as large as it can be: before the first phase, in a welcome, and whenever a coach asks for it. */
export const Lobby = ({ shown }: { shown: Shown }) => {
  const w = useScreenWords()
  const join = useSession().hello?.join
  const dilemma = useDilemma()
  const stage = useEntry('board', 'plein', 'stage')
  const welcome = usePhase()
  const locked = useEntry('board', 'plein', 'doorLocked')
  const prompt = welcome?.kind === 'welcome' ? welcome.settings.prompt : null
  const said = prompt ?? (stage === 'prepared' ? w.prepared : null)
  const width = lobby.left[shown.shape]
  const caption = said === null ? null : shortened(said, { font: 'plate', size: below.size, width: width - 12 }, below.lines)
  const plate = dilemma === null ? null : plateInside(dilemma.text, width, caption === null ? 64 : 52)
  return (
    <div className="lobby">
      <div className="lobby-left">
        {plate === null ? null : (
          <div className="stage-plate" style={{ '--plate-letter': plate.letter } as CSSProperties}>
            <Sign text={plate.text} caption={caption} size="screen" heading={1} />
          </div>
        )}
        <Square />
      </div>
      {join ? (
        <div className="lobby-join">
          <Qr text={joinAddress(join)} label={w.qr(bare(join.address))} />
          <p>
            {locked ? w.locked : w.or} <strong>{bare(join.address)}</strong>
          </p>
          <p className="lobby-code" style={codeStyle(grouped(join.code))}>
            {grouped(join.code)}
          </p>
          <p className="lobby-data">{w.data}</p>
        </div>
      ) : null}
    </div>
  )
}

/** At least twelve, on one line: a code with many wide letters stands there in thinner ones and not in smaller ones. */
const codeStyle = (code: string): CSSProperties => {
  const bold = lettersIn(code, 'bold', lobby.join, 16, 13, 11.5)
  const style =
    bold >= 12
      ? { '--code': bold, '--code-weight': 700 }
      : { '--code': lettersIn(code, 'text', lobby.join, 16, 13, 11.5), '--code-weight': 400 }
  return style as CSSProperties
}

const Square = () => {
  const w = useScreenWords()
  const present = useCrowd()?.present ?? 0
  return (
    <div className="lobby-square">
      {present === 0 ? (
        <p>{w.none}</p>
      ) : (
        <>
          <div className="stage-paving">
            <Paving present={present} chalked={0} />
          </div>
          <p className="lobby-count">
            <strong>{present}</strong> {w.people(present)}
          </p>
        </>
      )}
    </div>
  )
}
