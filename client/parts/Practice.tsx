import { useEntry } from '../session/useDocument.ts'
import { useSharedWords } from './words.ts'
import '../styles/practice.css'

type Place = 'page' | 'desk' | 'screen'

/** Says on every view that this Plein is not a real one. Stands before the view itself: a band above it, or a strip beside
 *  it for views that fill the window exactly. Nothing at all on a real Plein. */
export const Practice = ({ at = 'page' }: { at?: Place }) => {
  const w = useSharedWords()
  const practice = useEntry('board', 'plein', 'practice') === true
  return practice ? <PracticeMark at={at} help={at === 'page' ? w.practice.help : undefined} /> : null
}

/** The mark without the question whether it belongs here; for pages that know it from elsewhere. */
export const PracticeMark = ({ at = 'page', help }: { at?: Place; help?: string | undefined }) => {
  const w = useSharedWords()
  return (
    <p className={`practice practice-${at}${at === 'page' ? '' : ' practice-edge'}`}>
      <b>{w.practice.word}</b>
      {help === undefined ? null : <span>{help}</span>}
    </p>
  )
}
