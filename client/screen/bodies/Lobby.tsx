import { Paving } from '../../parts/Paving.tsx'
import { Qr } from '../../parts/Qr.tsx'
import { Sign } from '../../parts/Sign.tsx'
import { useSession } from '../../session/SessionProvider.tsx'
import { useDilemma, useEntry, usePhase } from '../../session/useDocument.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { bare, grouped, joinAddress } from '../join.ts'
import { long } from '../signSize.ts'
import { useScreenWords } from '../words.ts'

export const Lobby = () => {
  const w = useScreenWords()
  const { hello } = useSession()
  const dilemma = useDilemma()
  const crowd = useCrowd()
  const stage = useEntry('board', 'plein', 'stage')
  const prompt = usePhase()?.settings.prompt ?? (stage === 'prepared' ? w.prepared : null)
  const locked = useEntry('board', 'plein', 'doorLocked')
  const join = hello?.join
  const present = crowd?.present ?? 0
  return (
    <>
      <div className="lobby-left">
        {dilemma === null ? null : (
          <div className={`screen-sign ${long(dilemma.text)}`}>
            <Sign text={dilemma.text} caption={prompt} size="screen" heading={1} />
          </div>
        )}
        <div className="lobby-square">
          {present === 0 ? (
            <p>{w.none}</p>
          ) : (
            <>
              <div className="lobby-paving">
                <Paving present={present} chalked={0} />
              </div>
              <p className="lobby-count">
                <strong>{present}</strong> {w.people(present)}
              </p>
            </>
          )}
        </div>
      </div>
      {join ? (
        <div className="lobby-join">
          <Qr text={joinAddress(join)} label={w.qr(bare(join.address))} />
          <p>{locked ? w.locked : w.or}</p>
          <p className="lobby-address">{bare(join.address)}</p>
          <p className="lobby-code">{grouped(join.code)}</p>
          <p>{w.data}</p>
        </div>
      ) : null}
    </>
  )
}
