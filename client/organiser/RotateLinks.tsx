import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LinkCard } from '../parts/LinkCard.tsx'
import { useSure } from '../parts/useSure.ts'
import type { Api, LinkRole, Listed, Rotated } from './api.ts'
import { useOrganiserWords } from './words.ts'

const roles: LinkRole[] = ['coach', 'screen', 'owner', 'participant']

export const RotateLinks = ({ api, plein, onRotated }: { api: Api; plein: Listed; onRotated: (role: LinkRole, made: Rotated) => void }) => {
  const w = useOrganiserWords()
  const { asked, ask, turned } = useSure<LinkRole>()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ role: LinkRole; link: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const rotate = async (role: LinkRole) => {
    setBusy(true)
    const answer = await api.rotate(plein.id, role)
    setBusy(false)
    ask(null)
    setProblem(answer.ok ? null : (answer.message ?? w.away))
    if (!answer.ok) return
    setMade({ role, link: answer.body.link })
    onRotated(role, answer.body)
  }
  return (
    <section>
      <h3>{w.links.heading}</h3>
      <p className="help">{w.links.help}</p>
      <div className="row">
        {roles
          .filter((role) => role !== 'participant' || plein.stage !== 'closed')
          .map((role) => (
            <Button
              key={role}
              tone={asked === role ? 'alarm' : 'plain'}
              busy={busy}
              turning={asked === role && turned ? w.links.turning : null}
              onPress={() => (asked === role ? void rotate(role) : ask(role))}
            >
              {asked === role ? w.links.sure(w.links[role]) : w.links.rotate(w.links[role])}
            </Button>
          ))}
      </div>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {made === null ? null : (
        <div role="status">
          <LinkCard name={w.links[made.role]} help={w.ready.help} link={made.link} words={w.links} />
        </div>
      )}
    </section>
  )
}
