import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Chain } from '../parts/Chain.tsx'
import { downloadOutcome } from '../parts/downloadOutcome.ts'
import { LastWord } from '../parts/LastWord.tsx'
import { useLaterSharedWords } from '../parts/laterWords.ts'
import { Notice } from '../parts/Notice.tsx'
import { Shared } from '../parts/Shared.tsx'
import { Sign } from '../parts/Sign.tsx'
import { saveFile } from '../parts/saveFile.ts'
import { useSharedWords } from '../parts/words.ts'
import { language } from '../session/language.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useFramings, usePlein } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { Bar } from '../writing/Bar.tsx'
import { useLaterWords } from '../writing/laterWords.ts'
import { Unsent } from '../writing/Unsent.tsx'
import { keepsakeFile, ownTexts } from './keepsake.ts'
import { OwnTexts } from './OwnTexts.tsx'

/** What goes home. */
export const Closed = ({ lines }: { lines: readonly OwnLine[] }) => {
  const w = useLaterWords()
  const shared = useSharedWords()
  const later = useLaterSharedWords()
  const plein = usePlein()
  const framings = useFramings()
  const session = useSession()
  const may = useMay()
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const first = framings[0]
  const last = framings.at(-1)
  const said = (line: OwnLine) => [line.text, shared.board.commitment(line)].filter((part) => part !== '').join('\n')
  const own = [
    { heading: w.closed.ideas, texts: ownTexts(lines, ['checkin', 'idea', 'question', 'proposal']).map(said) },
    { heading: w.closed.commitment, texts: ownTexts(lines, ['commitment']).map(said) },
    { heading: w.closed.closing, texts: ownTexts(lines, ['closing']).map(said) },
  ].filter(({ texts }) => texts.length > 0)
  // Then the server no longer says what became of each text.
  const sealed = session.hello !== null && !may('idea.withdraw')
  const refused = sealed ? lines.filter((line) => line.state === 'refused').map(said) : []
  const where = plein?.outcomeShared ? w.closed.here : w.closed.notShared
  const until = plein === null ? '' : w.closed.until(shared.date(plein.retainUntil))

  const fetchIt = async () => {
    setBusy(true)
    setFailed(!(await downloadOutcome(session, 'html')).ok)
    setBusy(false)
  }
  const save = () => {
    const file = keepsakeFile({
      lang: language(),
      title: plein?.title ?? '',
      parts: [
        ...(first && framings.length > 1 ? [{ heading: w.closed.first, texts: [first.text] }] : []),
        ...(last ? [{ heading: w.closed.last, texts: [last.text] }] : []),
        ...own,
        ...(plein?.word === undefined ? [] : [{ heading: later.lastWord, texts: [plein.word] }]),
        { heading: w.closed.outcome, texts: [`${where} ${location.origin}${location.pathname}`] },
      ],
      foot: until,
    })
    void saveFile(async () => new Response(new Blob([file], { type: 'text/html' })), w.closed.fileName)
  }
  return (
    <div className="closed">
      <h2 className="closed-title">{w.closed.home}</h2>
      {first && framings.length > 1 ? (
        <section>
          <h3>{w.closed.first}</h3>
          <Sign size="tiny" text={first.text} />
        </section>
      ) : null}
      {own.map(({ heading, texts }) => (
        <OwnTexts key={heading} heading={heading} texts={texts} />
      ))}
      {sealed && own.length > 0 ? <p className="help">{w.closed.sealed}</p> : null}
      <Unsent heading={w.closed.unsent} stands={own.flatMap(({ texts }) => texts)} refused={refused} />
      <section>
        <h3>{w.closed.outcome}</h3>
        <p>{where}</p>
        {plein?.outcomeShared ? (
          <Button busy={busy} onPress={() => void fetchIt()}>
            {w.closed.download}
          </Button>
        ) : null}
        {failed ? (
          <Notice tone="alarm">
            <p>{w.closed.failed}</p>
          </Notice>
        ) : null}
        <p className="help">{until}</p>
      </section>
      <Shared as="commitment" heading={shared.board.commitments} />
      <Shared as="closing" heading={shared.board.closings} />
      <LastWord />
      {framings.length > 1 ? <Chain /> : null}
      <Bar>
        <div className="thumb">
          <Button onPress={() => window.print()}>{w.closed.print}</Button>
          <Button tone="main" onPress={save}>
            {w.closed.save}
          </Button>
        </div>
      </Bar>
    </div>
  )
}
