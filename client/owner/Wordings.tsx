import { useText } from '../session/useText.ts'
import { Draft } from './Draft.tsx'
import { Staged } from './Staged.tsx'

/** Where the next wording is written: before the room, or out of its sight. One field for the draft: a page hears of its own letters only where they are
 *  typed. */
export const Wordings = ({ open, before, ending }: { open: boolean; before: boolean; ending: boolean }) => {
  const draft = useText('text/draft')
  const rests = before || ending
  return (
    <>
      {open ? <Staged before={before} draft={draft.text.trim()} /> : null}
      <Draft field={draft} rests={rests} tone={open && !rests ? 'main' : 'plain'} />
    </>
  )
}
