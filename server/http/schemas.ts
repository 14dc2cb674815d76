/** What HTTP takes and gives. The OpenAPI document is made from these. Unknown fields are refused. */
import { z } from 'zod'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { templateNames } from '../../shared/domain/templates/templates.ts'
import { mostIn } from '../../shared/wire/mostIn.ts'
import { OldOutcomeSchema, OutcomeSchema } from '../outcome/schema.ts'
import { reminderStates } from '../store/blog.ts'

const kinds = [
  'welcome',
  'checkin',
  'ideas',
  'burst',
  'cluster',
  'vote',
  'reframe',
  'write',
  'harvest',
  'plenary',
  'pause',
] as const satisfies PhaseKind[]
/** Only against waste: how long a text may be is said by the rules, with a sentence. */
const text = z.string().max(4000)
const secret = z.string().min(1).max(128)
const locale = z.enum(['nl', 'en'])
const linkRole = z.enum(['coach', 'owner', 'screen'])
const stage = z.enum(['prepared', 'open', 'closed', 'deleted'])
const day = z.iso.datetime({ offset: true }).or(z.iso.date())

/** As every secret that a device draws. */
const wish = z
  .string()
  .regex(/^[\w-]{43}$/, 'Give 256 random bits in base64url.')
  .optional()
  .meta({
    description:
      '256 random bits in base64url, drawn anew for each Plein. Asked again with it, because the answer was lost, the same Plein is the answer. A secret: the links follow from it.',
  })

const phaseSettings = z
  .strictObject({
    prompt: text.nullable(),
    minutes: z.int().min(1).max(mostIn.minutes).nullable(),
    whoPosts: z.array(z.enum(['participant', 'owner', 'coach'])).max(3),
    hidden: z.boolean().meta({ description: 'What is written waits until a coach shares it. False: the room reads it at once.' }),
    whoGroups: z.enum(['coaches', 'authors']),
    over: z.enum(['clusters', 'ideas', 'framings']).meta({ description: 'Of a vote: what the dots go on.' }),
    dots: z
      .int()
      .min(1)
      .max(mostIn.dots)
      .nullable()
      .meta({ description: 'Of a vote: dots of each voter. Null: as many as fit the items.' }),
    maximum: z.int().min(1).max(mostIn.onOne).nullable().meta({ description: 'Of a vote: the most that one voter gives one item.' }),
  })
  .partial()

const plannedPhase = z.strictObject({ kind: z.enum(kinds), title: text.nullable().optional(), settings: phaseSettings.optional() })

const pleinSettings = z.strictObject({
  perspectives: z.array(text).max(mostIn.perspectives).optional(),
  ownerAdopts: z.boolean().optional(),
  ownerListens: z.boolean().optional(),
  address: z
    .url({ protocol: /^https?$/ })
    .max(mostIn.address)
    .nullable()
    .optional(),
})

export const newPlein = z.strictObject({
  wish,
  title: text,
  dilemma: text,
  locale: locale.default('nl'),
  programme: z
    .union([z.enum(templateNames), z.array(plannedPhase).min(1).max(60)], {
      error: 'Give the name of a template, or a list of 1 to 60 phases.',
    })
    .optional()
    .meta({ description: 'Name of a template (see /api/v1/templates), or the phases themselves. Left out: the template of half a day.' }),
  settings: pleinSettings.optional(),
  retainUntil: day.optional().meta({ description: 'Day on which everything of this Plein is deleted. Left out: 90 days from now.' }),
  practice: z
    .boolean()
    .optional()
    .meta({ description: 'A Plein to practise with: every view says so, and it is gone after 24 hours, whatever `retainUntil` says.' }),
})
export const newPractice = z.strictObject({ wish, locale: locale.default('nl') })
/** An `outcome.json`, as docs/outcome.schema.json describes it. */
export const imported = z.strictObject({
  wish,
  outcome: z.discriminatedUnion('format', [OutcomeSchema, OldOutcomeSchema]),
  retainUntil: day.optional().meta({ description: 'Day on which everything of it is deleted. Left out: the day that the outcome names.' }),
})
export const madeImport = z.object({ id: z.string(), links: z.object({ screen: z.string(), coach: z.string(), owner: z.string() }) })
export const links = z.object({ join: z.string(), screen: z.string(), coach: z.string(), owner: z.string() })
export const madePlein = z.object({ id: z.string(), code: z.string(), links })

export const madePractice = madePlein.extend({ title: z.string(), dilemma: z.string() })

export const changedPlein = z
  .strictObject({ title: text.optional(), retainUntil: day.optional() })
  .refine((change) => change.title !== undefined || change.retainUntil !== undefined, 'Give title or retainUntil.')
export const confirmed = z.strictObject({ confirm: z.boolean() })

const listing = {
  id: z.string(),
  title: z.string(),
  stage,
  locale,
  createdAt: z.iso.datetime(),
  retainUntil: z.iso.datetime(),
  practice: z.boolean(),
}
export const pleinList = z.object({ pleins: z.array(z.object(listing)) })
export const pleinDetails = z.object({
  ...listing,
  imported: z.iso.datetime().nullable().meta({ description: 'When it was taken in from an outcome.' }),
  closedAt: z.iso.datetime().nullable(),
  doorLocked: z.boolean(),
  doorAsks: z.boolean(),
  outcomeShared: z.boolean(),
  code: z.string().nullable(),
  links: z.object({ join: z.string().nullable() }).meta({ description: 'Links of roles are told once, when they are made.' }),
  counts: z.object({ seats: z.int(), ideas: z.int(), rounds: z.int(), framings: z.int() }),
})
export const rotated = z.strictObject({ role: z.enum(['coach', 'owner', 'screen', 'participant']) })
export const rotatedLink = z.object({ role: z.string(), link: z.string(), code: z.string().optional() })

/** As many as fit a small body. */
const tokens = z.array(secret).max(50).optional()
const held = tokens.meta({
  description: 'Tokens of participants that this device holds. One of that very Plein is the answer, instead of a second seat.',
})
export const join = z.union([z.strictObject({ code: z.string().min(1).max(40), held }), z.strictObject({ ticket: secret, held })], {
  error: 'Give { "code": … } as it was typed, or { "ticket": … } from the link of the QR.',
})
export const joined = z.object({ plein: z.string(), token: z.string() })
export const awaiting = z.strictObject({ secret, held })
/** Before a door that asks: ask again with this secret. */
export const asked = z.object({ waiting: z.string() })
/** Nothing is asked; a JSON client may still send `{}`. */
export const nothing = z.strictObject({})
export const claim = z.strictObject({ secret })
export const claiming = z.strictObject({
  secret,
  held: tokens.meta({ description: 'Tokens that this device holds. Those of the same Plein and role end as soon as the new one is used.' }),
})
export const claimed = z.object({ plein: z.string(), role: linkRole, token: z.string() })
export const knock = z.object({ code: z.string(), secret: z.string() })
export const waiting = z.object({ waiting: z.literal(true) })

export const madeBackup = z.object({
  name: z.string().meta({ description: 'Of the file, in the folder that the server keeps its backups in.' }),
  madeAt: z.iso.datetime(),
  bytes: z.int(),
})

const auditLine = z.object({
  at: z.string().meta({ description: 'To the minute, UTC.' }),
  plein: z.string().nullable(),
  by: z.enum(['organiser', 'coach', 'owner', 'screen', 'server']),
  device: z.string().nullable().meta({ description: 'Tells devices of one role apart, and says nothing else.' }),
  what: z.string(),
  detail: z.string().optional(),
  count: z.int().optional(),
})
export const auditLog = z.object({ days: z.int().meta({ description: 'How long a line is kept.' }), lines: z.array(auditLine) })

export const plainWords = z.object({
  words: z.record(z.string(), z.string()).meta({ description: 'An official word, and what to say instead.' }),
  known: z.array(z.string()).meta({ description: 'Short forms that need no explaining.' }),
})

const published = z.object({ address: z.url().meta({ description: 'Of the page.' }), at: z.iso.datetime() })
const quote = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string().meta({ description: 'As it was shared with the room.' }),
  from: z.string().meta({ description: 'What it is, in words; never whose.' }),
})
const moment = z.object({
  name: z.string(),
  heading: z.string(),
  text: z.string(),
  why: z.string().meta({ description: 'Why this one was chosen.' }),
})
export const sharedBlog = z.strictObject({ shared: z.boolean().meta({ description: 'Coaches may write along.' }) })
export const publishedBlog = z.strictObject({
  words: z
    .string()
    .max(200_000)
    .meta({ description: 'The words of `text/blog` as they were read before the yes. No others are published.' }),
})
export const blogPublished = published
export const blogTold = z.object({
  title: z.string().meta({ description: 'Of the page, when its words begin with no other one.' }),
  shared: z.boolean(),
  published: published.nullable(),
  ready: z.boolean().meta({ description: 'The Plein is closed for good, so the blog can be published.' }),
  moments: z.array(moment),
  quotes: z.array(quote).meta({ description: 'All that may be quoted.' }),
})
export const askedReminder = z.strictObject({ address: z.email().max(254) })
export const reminderTold = z.object({
  mails: z.boolean().meta({ description: 'This server sends mail.' }),
  state: z.enum(reminderStates).nullable(),
  refused: z.boolean().meta({ description: 'The mail server did not take it so far; it is tried again, for three days.' }),
  at: z.iso.datetime().nullable().meta({ description: 'When it is sent; null while the Plein is not closed.' }),
  subject: z.string(),
  text: z.string(),
})

export const templates = z.object({
  templates: z.array(
    z.object({
      name: z.string(),
      phases: z.array(z.object({ kind: z.enum(kinds), title: z.string().nullable(), minutes: z.int().nullable() })),
    }),
  ),
})
export const health = z.object({ status: z.literal('ok') })
export const readiness = z.object({ status: z.literal('ready') })
