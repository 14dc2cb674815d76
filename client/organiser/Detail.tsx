import { useEffect, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { LinkCard } from '../parts/LinkCard.tsx'
import { useSharedWords } from '../parts/words.ts'
import { wallNow } from '../session/clock.ts'
import { grouped } from '../stage/join.ts'
import type { Api, Details, LinkRole, Listed, Rotated } from './api.ts'
import { Deeds } from './Deeds.tsx'
import { afterDay, day, isDay, isoDay, lastDay } from './days.ts'
import { Outcome } from './Outcome.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { RotateLinks } from './RotateLinks.tsx'
import { useOrganiserWords } from './words.ts'

export type DetailOf = {
  api: Api
  plein: Listed
  onChanged: () => void
  /** `null`: this page does not know the links. */
  onLinks: (() => void) | null
  onRotated: (role: LinkRole, made: Rotated) => void
}

export const Detail = ({ api, plein, onChanged, onLinks, onRotated }: DetailOf) => {
  const w = useOrganiserWords()
  const { date } = useSharedWords()
  const [details, setDetails] = useState<Details | null>(null)
  const [title, setTitle] = useState(plein.title)
  const [retain, setRetain] = useState(lastDay(plein.retainUntil))
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)
  /** Grows with each link that was made anew. */
  const [rotated, setRotated] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when a link was made anew
  useEffect(() => {
    let over = false
    void api.read(plein.id).then((answer) => {
      if (over) return
      if (answer.ok) setDetails(answer.body)
      else setSaid(answer.message ?? w.away)
    })
    return () => {
      over = true
    }
  }, [api, plein.id, w.away, rotated])
  const change = {
    ...(title.trim() === plein.title ? {} : { title: title.trim() }),
    ...(retain === lastDay(plein.retainUntil) ? {} : { retainUntil: afterDay(retain) }),
  }
  const why =
    title.trim() === ''
      ? w.why.title
      : (!isDay(retain) || retain <= isoDay(wallNow())) && 'retainUntil' in change
        ? w.why.day
        : Object.keys(change).length === 0
          ? w.why.same
          : null
  const save = async () => {
    if (why !== null) return
    setBusy(true)
    const answer = await api.change(plein.id, change)
    setBusy(false)
    setSaid(answer.ok ? w.detail.saved : (answer.message ?? w.away))
    if (answer.ok) onChanged()
  }
  return (
    <div className="plein-detail">
      {details === null ? null : (
        <p>
          {details.code === null ? null : (
            <>
              {w.detail.code}: <b className="code">{grouped(details.code)}</b> ·{' '}
            </>
          )}
          {w.detail.counts(details.counts.seats, details.counts.ideas, details.counts.rounds)}
        </p>
      )}
      {details?.imported ? <p className="help">{w.import.from(date(Date.parse(details.imported)))}</p> : null}
      {details?.links.join ? (
        <LinkCard name={w.links.participant} help={w.links.participantHelp} link={details.links.join} words={w.links} />
      ) : null}
      {onLinks === null ? null : (
        <p>
          <Button onPress={onLinks}>{w.detail.links}</Button>
        </p>
      )}
      <form
        className="form-pair"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label className="field">
          {w.form.title}
          <input type="text" value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        {plein.practice ? null : (
          <label className="field">
            {w.form.retain}
            <input type="date" value={retain} min={isoDay(wallNow() + day)} onChange={(event) => setRetain(event.target.value)} />
          </label>
        )}
        <div>
          <Button submit why={why} busy={busy}>
            {w.detail.save}
          </Button>
        </div>
        <p role="status">{said ?? ''}</p>
      </form>
      <Outcome api={api} plein={plein} />
      <RotateLinks
        api={api}
        plein={plein}
        onRotated={(role, made) => {
          setRotated((times) => times + 1)
          onRotated(role, made)
        }}
      />
      <Deeds api={api} plein={plein} />
      <p>
        <Button tone="alarm" onPress={() => setRemoving(true)}>
          {w.detail.remove}
        </Button>
      </p>
      {removing ? (
        <RemoveDialog
          api={api}
          plein={plein}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false)
            onChanged()
          }}
        />
      ) : null}
    </div>
  )
}
