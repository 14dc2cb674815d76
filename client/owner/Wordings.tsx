import { useText } from '../session/useText.ts'
import { Draft } from './Draft.tsx'
import { Staged } from './Staged.tsx'

/** Where the next wording is written: before the room, or out of its sight. `rests`: something else is asked of the owner
 *  now. One field for the draft: a page hears of its own letters only where they are typed. */
export const Wordings = ({ open, before, rests }: { open: boolean; before: boolean; rests: boolean }) => {
  const draft = useText('text/draft')
  return (
    <>
      {open ? <Staged before={before} draft={draft.text.trim()} /> : null}
      <Draft field={draft} rests={rests} tone={open && !rests ? 'main' : 'plain'} />
    </>
  )
}
