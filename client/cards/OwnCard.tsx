import { useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { Mark } from '../parts/Mark.tsx'
import { useSettling } from '../parts/useSettling.ts'
import { keepDraft, readDraft } from '../session/drafts.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useMay } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { useWhyNot } from '../writing/whyNot.ts'
import type { CardLine, OwnCards } from './ownCards.ts'

/** So long nobody says yes or no to words that have just come in the place of others: they are read first. */
const reading = 2000

const stateOf = ({ said, sending, refused }: CardLine) => {
  if (refused !== null && said === null) return 'refused'
  if (sending !== null) return 'sending'
  if (said?.answer) return said.answer.as
  return said?.asked ? 'asked' : 'sealed'
}

/** One's own card: where it is, what the coach asks, and what its author lets be shared. */
export const OwnCard = ({
  line,
  cards,
  listed,
}: {
  line: CardLine
  cards: OwnCards
  /** What was not sent stands elsewhere on the page. */
  listed: boolean
}) => {
  const w = useLaterWords()
  const may = useMay()
  const say = useSentence()
  const { plein } = useSession()
  const { key, text, said, refused } = line
  const draft = `allow/${key}`
  // Words that were half-written when the page went, or the fold was closed, are opened again.
  const [mode, setMode] = useState<'look' | 'words' | 'withdraw'>(() => (readDraft(plein, draft) === '' ? 'look' : 'words'))
  const state = stateOf(line)
  const answer = said?.answer ?? null
  const asks = state === 'asked' && may('card.allow')
  const asked = asks ? (said?.asked?.words ?? null) : undefined
  const turning = useSettling(asked, asked, reading) ? w.cards.turning : null
  const words = answer === null || answer.as === 'no' ? null : answer.words
  // What was begun in another tab is about a question that is answered.
  const allow = (said: Parameters<OwnCards['allow']>[1]) => {
    keepDraft(plein, draft, '')
    cards.allow(key, said)
  }
  if (text === '' && mode !== 'words') return null
  return (
    <div className="card">
      {/* It went with the Plein (J6); the words that are being written for it did not. */}
      {text === '' ? null : (
        <>
          <p className="said" translate="no">
            {text}
          </p>
          <p className={`state${state === 'refused' ? ' state-refused' : ''}`} role="status">
            <Mark shape={state === 'refused' ? 'alarm' : state === 'sending' || asks ? 'waiting' : 'done'} /> {w.cards.state[state]}
          </p>
        </>
      )}
      {words === null || words === text ? null : <blockquote className="said">{words}</blockquote>}
      {refused?.refused ? (
        <p className="problem" role="alert">
          {say(refused.refused)}
        </p>
      ) : null}
      {mode === 'words' && !listed ? (
        <Words
          draft={draft}
          first={words ?? text}
          onBack={() => setMode('look')}
          onAllow={(own) => {
            setMode('look')
            if (refused) cards.drop(line)
            allow({ as: 'own', words: own })
          }}
        />
      ) : mode === 'withdraw' ? (
        <div className="sure">
          <p>{w.cards.withdrawSure}</p>
          <div className="pair">
            <Button onPress={() => setMode('look')}>{w.cards.withdrawNo}</Button>
            <Button tone="alarm" onPress={() => cards.withdraw(key)}>
              {w.cards.withdrawYes}
            </Button>
          </div>
        </div>
      ) : said === null ? (
        state === 'refused' ? (
          <div className="tools">
            <Button tone="quiet" onPress={() => cards.drop(line)}>
              {w.cards.drop}
            </Button>
            <Button
              tone="quiet"
              onPress={() => {
                cards.drop(line)
                void cards.seal(text)
              }}
            >
              {w.cards.again}
            </Button>
          </div>
        ) : null
      ) : (
        <>
          {asks ? (
            <div className="sure">
              <p>{said.asked?.words == null ? w.cards.ask.own : w.cards.ask.coach}</p>
              <div aria-live="polite">{asked == null ? null : <blockquote className="said">{asked}</blockquote>}</div>
              <div className="pair">
                {asked == null ? null : (
                  // Not by a key either: what it says yes to was not read.
                  <Button turning={turning} onPress={() => turning ?? allow({ as: 'coach', words: asked })}>
                    {w.cards.yesCoach}
                  </Button>
                )}
                <Button turning={turning} onPress={() => setMode('words')}>
                  {w.cards.yesOwn}
                </Button>
                <Button turning={turning} onPress={() => allow({ as: 'no' })}>
                  {w.cards.no}
                </Button>
              </div>
            </div>
          ) : null}
          <div className="tools">
            {refused === null ? null : (
              <Button tone="quiet" onPress={() => cards.drop(line)}>
                {w.cards.back}
              </Button>
            )}
            {asks || !may('card.allow') ? null : words === null ? (
              <Button tone="quiet" onPress={() => setMode('words')}>
                {w.cards.allow}
              </Button>
            ) : (
              <Button tone="quiet" onPress={() => allow({ as: 'no' })}>
                {w.cards.never}
              </Button>
            )}
            {may('card.withdraw') ? (
              <Button tone="quiet" onPress={() => setMode('withdraw')}>
                {w.cards.withdraw}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  )
}

type WordsProps = { draft: string; first: string; onBack: () => void; onAllow: (words: string) => void }
const Words = ({ draft, first, onBack, onAllow }: WordsProps) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const [kept] = useState(() => readDraft(plein, draft))
  const [words, setWords] = useState(kept || first)
  const over = useWhyNot()('card.allow')
  const why = over ?? (words.trim() === '' ? w.cards.empty : codePoints(normalise(words)) > lengths.idea ? w.cards.tooLong : null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (why === null) onAllow(words)
      }}
    >
      <label className="field">
        {w.cards.words}
        <textarea
          // biome-ignore lint/a11y/noAutofocus: opened by the button that was just pressed
          autoFocus={kept === ''}
          rows={4}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            keepDraft(plein, draft, event.target.value)
          }}
        />
      </label>
      <p className="help">{w.cards.ask.own}</p>
      <div className="pair">
        <Button
          onPress={() => {
            keepDraft(plein, draft, '')
            onBack()
          }}
        >
          {w.cards.back}
        </Button>
        <Button submit why={why}>
          {w.cards.allowed}
        </Button>
      </div>
    </form>
  )
}
