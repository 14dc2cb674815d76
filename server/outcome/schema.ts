/** The form of `outcome.json`, published as docs/outcome.schema.json (written by `tests/outcome/schema.test.ts`).
 *  It holds what the room may know and nothing else: no waiting, hidden or withdrawn text, no single ballot, no person
 *  except a name that somebody chose to put under a commitment. Moments are ISO 8601 in UTC. */
import * as z from 'zod'
import { arisings } from '../../shared/domain/framings/form.ts'
import { isDay } from '../../shared/text/day.ts'

/** Read back by `server/outcome/import/`, so a name that JavaScript gives a meaning to is none: not here, and on no page that looks it up. */
const Id = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .refine((id) => !(id in Object.prototype))
const Moment = z.iso.datetime()
const Kind = z.enum(['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'reframe', 'write', 'harvest', 'plenary', 'pause'])
const As = z.enum(['idea', 'checkin', 'question', 'proposal', 'commitment', 'closing', 'condition'])
const Count = z.int().nonnegative()

const Source = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('idea'),
      id: Id,
      as: As,
      text: z.string(),
      touched: z.boolean().describe('the owner had said that it touched them'),
    }),
    z.strictObject({
      kind: z.literal('cluster'),
      id: Id,
      name: z.string().nullable().describe('null: the group was taken apart later'),
      now: Id.nullable().describe('the group that it is now, when it was put together with another one'),
    }),
    z.strictObject({ kind: z.literal('round'), id: Id, question: z.string().nullable() }),
    z.strictObject({ kind: z.literal('framing'), id: Id, text: z.string() }),
  ])
  .describe('What a wording came from. Sources that the room cannot see any more are left out.')

const Framing = z.strictObject({
  id: Id,
  order: Count.describe('0 is the dilemma as it was brought in; the highest is the question now'),
  text: z.string(),
  form: z.enum(arisings).describe('the form in which it arose'),
  role: z.enum(['organiser', 'owner', 'coach', 'participant']).describe('the role that formulated it, never a person'),
  at: Moment,
  phase: Id.nullable(),
  resonance: z
    .strictObject({ touches: Count, off: Count })
    .nullable()
    .describe(
      'of what was written before the room: how many it touched, and for how many it was not right, in the picture that was told when it was adopted; null: fewer than three said',
    ),
  sources: z.array(Source),
  question: Id.nullable().describe('of the form burst: the question that was chosen; null otherwise, and when the room sees it no more'),
  difference: z
    .array(z.strictObject({ kind: z.enum(['same', 'lost', 'new']), text: z.string() }))
    .nullable()
    .describe('word by word, against the wording before it: without the new pieces it is that one, without the lost ones this one'),
})

const Shared = z.strictObject({
  id: Id,
  text: z.string().describe('as written, in Unicode NFC with LF line ends'),
  order: Count.describe('place in the shuffled order in which it was shared'),
  phase: Id,
  late: z.boolean().describe('arrived when its phase was over'),
  entry: z.enum(['phone', 'paper']),
  cluster: Id.nullable(),
})
const Commitment = Shared.extend({
  who: z.string().nullable().describe('the name that somebody chose to give'),
  by: z.string().nullable().describe('by when, in their own words'),
  day: z.iso.date().refine(isDay).nullable().describe('the day by which it is done, if one was given'),
})

const Condition = Shared.extend({ round: Id, item: Id })

const Row = z.strictObject({
  item: Id,
  letter: z.string().nullable(),
  label: z.string().nullable().describe('null: the idea stands on the board no more'),
  dots: Count,
  voters: Count.describe('how many different ballots gave it at least one dot'),
  spread: z.array(Count).describe('ballots that gave it 0, 1, 2 … dots'),
  strongMinority: z.boolean(),
  divided: z.boolean().describe('many gave it the most that one could, and many nothing'),
  withdrawn: z.boolean(),
  merged: z.array(Id).describe('items of this round that were put together with it afterwards'),
})

/** A record would let this name pass by without a word. */
const Dots = z
  .any()
  .refine((value) => !Object.hasOwn(Object(value), '__proto__'))
  .pipe(z.record(Id, Count))

const Pair = z.strictObject({ before: Count, after: Count })
const Shift = z.strictObject({
  item: Id,
  dots: Pair,
  voters: Pair,
  moved: z
    .enum(['more', 'less', 'other', 'steady', 'same'])
    .describe('other: more dots of fewer people, or fewer of more; steady: fewer than three people may have made the difference'),
})

const Over = z.enum(['clusters', 'ideas', 'framings']).describe('framings: wordings, links of the chain and shared proposals')

const Round = z.strictObject({
  id: Id,
  phase: Id,
  over: Over,
  again: Id.nullable().describe('the round that this one repeats, over the same items'),
  question: z.string().nullable(),
  items: z.array(
    z.strictObject({
      id: Id,
      letter: z.string(),
      name: z.string().nullable().describe('of a group: its name when the round was opened'),
      label: z.string().nullable().describe('what it is called now'),
    }),
  ),
  budget: Count,
  maximum: Count,
  status: z.enum(['open', 'closed', 'not-shown', 'held-back', 'shown']),
  reason: z
    .enum(['fewer-than-three-ballots', 'fewer-than-three-phones'])
    .nullable()
    .describe('why it is held back; phones: there was paper beside them, and who knows that could subtract it'),
  cast: Count.nullable().describe('how many ballots there were; null: nobody was told'),
  paper: Count.optional().describe('how many of those came on paper; absent: nobody was told, or it was counted before that was kept'),
  result: z
    .strictObject({
      ballots: Count.describe('empty ones included'),
      voters: Count.describe('ballots with at least one dot'),
      rows: z.array(Row),
      clusters: z.array(Row).describe('rounds over ideas or wordings: the same ballots counted per group'),
      perspectives: z.array(z.strictObject({ perspective: z.string(), ballots: Count, dots: Dots })),
    })
    .nullable()
    .describe('only of a round whose result was shown to the room'),
  shift: z
    .array(Shift)
    .nullable()
    .describe('against the round that it repeats, item by item; null: there is none, or one of the two was not shown'),
  asks: z
    .array(
      z.strictObject({
        item: Id,
        parts: z.array(Id).describe('the item, and what had been put together with it when it was asked'),
        answers: Count.nullable().describe('how many answered, three or more; null: no answer was shared'),
      }),
    )
    .describe('of which items people who gave them no dots were asked what they need to go along'),
})

const Phase = z.strictObject({
  id: Id,
  kind: Kind,
  title: z.string().nullable(),
  prompt: z.string().nullable(),
  minutes: z.number().nullable(),
  whoPosts: z.array(z.enum(['participant', 'owner', 'coach'])),
  hidden: z.boolean().describe('what was written waited until a coach shared it'),
  whoGroups: z.enum(['coaches', 'authors']),
  over: Over,
  dots: Count.nullable(),
  maximum: Count.nullable(),
  played: Count.describe('how often it was entered'),
  skipped: z.boolean(),
  repeats: Id.nullable(),
  interlude: z.boolean().describe('put in between while the programme waited'),
})

/** Fewer are not told of. */
const Mood = z.strictObject({ heavy: Count, neutral: Count, light: Count }).nullable().describe('how many people; null: fewer than three')

export const OutcomeSchema = z
  .strictObject({
    format: z.literal('pleinbord-outcome/3'),
    plein: z.strictObject({
      id: Id,
      title: z.string(),
      locale: z.enum(['nl', 'en']),
      stage: z.enum(['prepared', 'open', 'closed', 'deleted']),
      practice: z.boolean().describe('an Oefen-Plein: its participants were played'),
      createdAt: Moment,
      startedAt: Moment.nullable().describe('when the first phase was entered'),
      closedAt: Moment.nullable(),
      retainUntil: Moment.describe('after this day everything is deleted'),
      imported: Moment.nullable().describe('when it was taken in from another outcome; null: it was made on the server that tells this'),
      perspectives: z.array(z.string()).describe('those that people could choose from'),
    }),
    chain: z.array(Framing).describe('the question chain, oldest first'),
    clusters: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        order: Count,
        open: z.boolean().describe('named aloud, so it is there without ideas too'),
        of: z.enum(['ideas', 'proposals']).describe('what it was made of'),
        ideas: z.array(Id),
      }),
    ),
    ideas: z.array(Shared),
    rounds: z.array(Round),
    moods: z
      .array(z.strictObject({ phase: Id, before: Mood, after: Mood }))
      .describe('how it felt before and after the questions of a burst'),
    commitments: z.array(Commitment),
    conditions: z.array(Condition).describe('what people who gave an item no dots need to go along with it, as far as it was shared'),
    word: z.string().nullable().describe('what the owner takes along; null: they did not say'),
    closing: z.array(Shared).describe('closing sentences'),
    checkin: z.array(Shared).describe('facts that people brought at the check-in'),
    questions: z.array(Shared).describe('what was asked in question bursts, and shared'),
    proposals: z.array(Shared).describe('proposed wordings that were shared'),
    phases: z.array(Phase).describe('the programme in its last order'),
    played: z.array(z.strictObject({ phase: Id, kind: Kind, at: Moment })).describe('the programme as it was played'),
    counts: z
      .strictObject({ shared: Count, notShared: Count, hidden: Count, withdrawn: Count })
      .describe('contributions of every kind; each is counted once. Never which.'),
  })
  .describe('Outcome of one Plein, as its room may know it.')

export type Outcome = z.infer<typeof OutcomeSchema>
export type OutcomeRound = Outcome['rounds'][number]
export type OutcomeFraming = Outcome['chain'][number]
export type OutcomeSource = OutcomeFraming['sources'][number]

/** As it was named before `merged` held ids and phases told of their settings, and before a vote could be on wordings, held again, or asked about:
 *  nothing that this server can make whole. */
export const OldOutcomeSchema = z
  .looseObject({ format: z.enum(['pleinbord-outcome/1', 'pleinbord-outcome/2']) })
  .describe('Refused by name: `outcome-format-old`.')

/** Draft 2020-12, as published. */
export const outcomeJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(OutcomeSchema),
  title: 'Outcome of a Plein',
})
