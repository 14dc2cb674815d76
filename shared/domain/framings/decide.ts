/** A new link in the question chain, and correcting a typo in one. */

import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { sameWording } from '../../text/sameWording.ts'
import { step } from '../clusters/steps.ts'
import type { CommandOf, CommandType } from '../commands.ts'
import { type Actor, accept, type Decide } from '../decision.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { signed } from '../signed.ts'
import { lifeStage, wrongStage } from '../stages.ts'
import type { Framing, IdeaId, Plein } from '../state.ts'
import { pictureOf } from '../taps/picture.ts'
import { phaseTapsNow, type TapCounts } from '../taps/taps.ts'
import { chain, currentFraming } from './chain.ts'
import { asKept, distinct, isKnown } from './sources.ts'

type FramingCommand = Extract<CommandType, 'framing.adopt' | 'framing.correct'>

const adopt: Decide<CommandOf<'framing.adopt'>> = (plein, actor, command, world) => {
  const checked = checkText(command.text, lengths.framing)
  if (!checked.ok) return refuse(checked.refusal)
  const { proposal } = command
  const unfit = proposal === undefined ? null : unfitProposal(plein, proposal)
  if (unfit) return refuse(unfit)
  const sources = distinct(proposal === undefined ? command.sources : [{ kind: 'idea', id: proposal }, ...command.sources])
  const unknown = sources.find((source) => !isKnown(plein, source))
  if (unknown) return refuse({ code: 'source-unknown', ...unknown })
  if (sameWording(currentFraming(plein)?.text ?? '') === sameWording(checked.text)) return refuse({ code: 'framing-same' })
  // Once people are in, the question changes before their eyes.
  if (command.form === 'intake' && plein.stage !== 'prepared') return refuse(wrongStage(lifeStage(plein)))
  // Before the eyes of the room is only where it had them on it.
  if (command.form === 'room' && !plein.played.some(({ kind }) => kind === 'write'))
    return refuse({ code: 'not-now', command: command.type, phase: plein.phases.get(plein.current ?? '')?.kind ?? null })
  const signature = signed(actor, world)
  const question = proposal !== undefined && plein.ideas.get(proposal)?.as === 'question' ? proposal : undefined
  const between = plein.stage === 'open' && plein.current === null && proposal === undefined
  const form = question === undefined ? (command.form ?? (between ? 'rewritten' : undefined)) : 'burst'
  const framing: Framing = {
    id: world.id(),
    text: checked.text,
    order: (chain(plein).at(-1)?.order ?? -1) + 1,
    sources: sources.map((source) => asKept(plein, source)),
    by: proposal !== undefined ? 'participant' : whoseStep(command, actor),
    at: signature.at,
    phase: plein.current,
    ...(form === undefined ? {} : { form }),
    ...(question === undefined ? {} : { question }),
    ...(form === 'room' ? resonanceNow(plein) : {}),
    undone: false,
  }
  return step(actor, world, 'adopted', [{ change: 'adopt', framing: framing.id }], { framing }, { framing: framing.id })
}

/** As it was told last: no other figure, or the link would say what the last one gave. */
const resonanceNow = (plein: Plein): Pick<Framing, 'resonance'> => {
  const tap = phaseTapsNow(plein).find(({ on }) => on === 'resonance')
  const counts = tap && pictureOf(plein, tap.id)
  return counts ? { resonance: counts as TapCounts<'resonance'> } : {}
}

/** Of a step of the intake: whose answer it was, whoever took it into the chain. */
export const whoseStep = ({ form, whose }: CommandOf<'framing.adopt'>, { role }: Pick<Actor, 'role'>): 'owner' | 'coach' =>
  (form === 'intake' ? whose : undefined) ?? (role === 'owner' ? 'owner' : 'coach')

/** Only a proposal or a question that the room has seen: adopting is no way around sharing. */
const unfitProposal = (plein: Plein, id: IdeaId): Refusal | null => {
  const idea = plein.ideas.get(id)
  if (idea?.as !== 'proposal' && idea?.as !== 'question') return { code: 'idea-unknown', idea: id }
  if (idea.withdrawn) return { code: 'idea-withdrawn', idea: id }
  if (!idea.released) return { code: 'idea-not-released', idea: id }
  return null
}

/** Keeps its place, its sources and its moment: a typo is no change of the question. */
const correct: Decide<CommandOf<'framing.correct'>> = (plein, actor, command, world) => {
  const framing = plein.framings.get(command.framing)
  if (!framing || framing.undone) return refuse({ code: 'framing-unknown', framing: command.framing })
  const checked = checkText(command.text, lengths.framing)
  if (!checked.ok) return refuse(checked.refusal)
  if (checked.text === framing.text) return refuse({ code: 'nothing-changed' })
  return accept([{ type: 'framing.corrected', framing: framing.id, text: checked.text, ...signed(actor, world) }])
}

export const decideFramings: { [T in FramingCommand]: Decide<CommandOf<T>> } = { 'framing.adopt': adopt, 'framing.correct': correct }
