/** What a coach does with a card. Asking and putting aside are no events either: both would say in the log that there is one. */
import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { normalise } from '../../text/normalise.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { kinds } from '../phases/kinds.ts'
import { refuse } from '../refusals.ts'
import { same } from '../same.ts'
import { signed } from '../signed.ts'
import type { PhaseId, Plein } from '../state.ts'
import { toldCard } from './find.ts'

export const ask: Decide<CommandOf<'card.ask'>> = (plein, _actor, command, _world) => {
  const told = toldCard(plein, command.card)
  if ('refusal' in told) return refuse(told.refusal)
  const { hash, card } = told
  // A no that coaches have heard is not asked about again: that would be pressure. Its author may still say yes.
  if (card.heard?.as === 'no') return refuse({ code: 'card-refused' })
  let words: string | null = null
  if (command.words !== null) {
    const said = checkText(command.words, lengths.idea)
    if (!said.ok) return refuse(said.refusal)
    words = said.text
  }
  if (same(card.asked, { words })) return refuse({ code: 'nothing-changed' })
  // A yes to the words of before is none to these. One in the author's own words, and a no that is not told yet, stay.
  const lapsed = card.answer?.as === 'coach' ? { answer: null, heard: null } : {}
  return accept([], {}, [{ keep: 'card', hash, card: { ...card, ...lapsed, asked: { words } } }])
}

export const putAside: Decide<CommandOf<'card.aside'>> = (plein, _actor, command) => {
  const told = toldCard(plein, command.card)
  if ('refusal' in told) return refuse(told.refusal)
  const { hash, card } = told
  if (card.aside === command.aside) return refuse({ code: 'nothing-changed' })
  return accept([], {}, [{ keep: 'card', hash, card: { ...card, aside: command.aside } }])
}

/** Among the ideas, wherever the meeting is: it says nothing of having been a card. `null`: nothing was played yet. */
const phaseFor = (plein: Plein): PhaseId | null => {
  const collected = plein.played.findLast(({ kind }) => kinds[kind].contributions.includes('idea'))
  return collected?.phase ?? plein.current
}

/** From here on it is an idea like any other, which its author can still withdraw with the same key. */
export const share: Decide<CommandOf<'card.release'>> = (plein, actor, command, world) => {
  const told = toldCard(plein, command.card)
  if ('refusal' in told) return refuse(told.refusal)
  const { hash, card } = told
  const { answer, heard } = card
  // Taken back meanwhile, and not told yet: no is no from the moment that it is said.
  if (answer === null || answer.as === 'no' || heard === null || heard.as === 'no') return refuse({ code: 'card-not-allowed' })
  if (!same(answer, heard) || heard.words !== normalise(command.words)) return refuse({ code: 'card-changed' })
  const phase = phaseFor(plein)
  if (phase === null) return refuse({ code: 'not-now', command: command.type, phase: null })
  if (plein.ideas.size >= world.limits.ideasPerPlein) return refuse({ code: 'plein-full', maximum: world.limits.ideasPerPlein })
  // As what comes in now: where the room reads along, all that was on time stands there already (J3).
  const late = phase !== plein.current
  // Under its own id: withdrawn as an idea, it is gone as the card that it was in an older backup too (J4).
  const idea = card.id
  return accept(
    [
      { type: 'idea.posted', idea, as: 'idea', text: heard.words, phase, late, entry: 'phone', who: null, by: null },
      { type: 'desk.listed', ideas: [idea] },
      { type: 'ideas.released', ideas: [idea], ...signed(actor, world) },
    ],
    // Its id is that of the card. Named in the answer that is kept, it would be known to have been one (J3).
    {},
    [
      { erase: 'card', hash, card: card.id, withdrawn: false },
      { keep: 'key', hash, idea },
    ],
  )
}
