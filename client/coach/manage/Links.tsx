import { useState } from 'react'
import { LinkCard } from '../../parts/LinkCard.tsx'
import { useSure } from '../../parts/useSure.ts'
import { randomSecret } from '../../session/random.ts'
import { useSession } from '../../session/SessionProvider.tsx'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

type LinkRole = 'coach' | 'owner' | 'screen' | 'participant'
const paths = { coach: '/coach', owner: '/eigenaar', screen: '/scherm' } as const
const roles: LinkRole[] = ['coach', 'owner', 'screen', 'participant']

/** A new link of a role kills the old one. The secret is made on this device, so that no answer that is kept holds it. */
export const Links = () => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { hello } = useSession()
  const { act, busy, refusal } = useAct()
  const { asked, ask, turned } = useSure<LinkRole>()
  const [made, setMade] = useState<{ role: LinkRole; link: string | null } | null>(null)
  const rotate = async (role: LinkRole) => {
    const secret = role === 'participant' ? null : randomSecret()
    const answer = await act(secret === null ? { type: 'link.rotate', role } : { type: 'link.rotate', role, secret })
    ask(null)
    if (!answer.ok) return
    setMade({ role, link: role === 'participant' ? null : `${hello?.join?.address ?? location.origin}${paths[role]}#${secret}` })
  }
  return (
    <section className="panel">
      <h2>{w.manage.links}</h2>
      <p className="help">{w.manage.linksHelp}</p>
      <div className="row">
        {roles.map((role) => (
          <Button
            key={role}
            tone={asked === role ? 'alarm' : 'plain'}
            busy={busy}
            why={whyNot('link.rotate')}
            turning={asked === role && turned ? w.rail.turning : null}
            onPress={() => (asked === role ? void rotate(role) : ask(role))}
          >
            {asked === role ? `${w.manage.rotateConfirm}: ${w.roles[role]}` : w.manage.rotate[role]}
          </Button>
        ))}
      </div>
      <Refused refusal={refusal} />
      {made === null ? null : (
        <div role="status">
          {made.link === null ? (
            <p>
              {w.manage.rotatedJoin} <b className="code">{hello?.join?.code}</b>
            </p>
          ) : (
            <>
              <LinkCard name={w.manage.rotated(w.roles[made.role])} link={made.link} words={w.manage} />
              <p className="help">{w.manage.rotatedHelp}</p>
            </>
          )}
        </div>
      )}
    </section>
  )
}
