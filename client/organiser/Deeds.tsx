import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import type { Api, Deed, Listed } from './api.ts'
import { useOrganiserWords } from './words.ts'

/** What was done with this Plein, asked for when somebody wants to know. */
export const Deeds = ({ api, plein }: { api: Api; plein: Listed }) => {
  const w = useOrganiserWords()
  const [told, setTold] = useState<{ days: number; lines: Deed[] } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async () => {
    setBusy(true)
    const answer = await api.audit(plein.id)
    setBusy(false)
    if (answer.ok) setTold(answer.body)
    setProblem(answer.ok ? null : (answer.message ?? w.away))
  }
  const deeds: Record<string, string> = w.deeds.what
  const roles: Record<string, string> = w.deeds.by
  const details: Record<string, string> = w.deeds.detail
  const inWords = (detail: string | undefined): string | null =>
    detail === undefined
      ? null
      : detail
          .split(' ')
          .map((part) => details[part] ?? part)
          .join(', ')
  return (
    <section>
      <h3>{w.deeds.heading}</h3>
      <p className="help">{w.deeds.help}</p>
      <p>
        <Button busy={busy} onPress={() => void read()}>
          {told === null ? w.deeds.read : w.deeds.again}
        </Button>
      </p>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {told === null ? null : told.lines.length === 0 ? (
        <p role="status">{w.deeds.none}</p>
      ) : (
        <>
          <p role="status" className="help">
            {w.deeds.kept(told.lines.length, told.days)}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="deeds" tabIndex={0} aria-label={w.deeds.heading}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.deeds.when}</th>
                  <th scope="col">{w.deeds.who}</th>
                  <th scope="col">{w.deeds.deed}</th>
                </tr>
              </thead>
              <tbody>
                {told.lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and the list is only read anew
                  <tr key={at}>
                    <td>{w.deeds.moment(Date.parse(line.at))}</td>
                    <td>{w.deeds.device(roles[line.by] ?? line.by, line.device)}</td>
                    <td>{w.deeds.said(deeds[line.what] ?? line.what, line.count ?? null, inWords(line.detail))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}
