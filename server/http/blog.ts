/** The blog of the day after: what stands ready for it, who writes it, and its page under an address of this server. */
import { z } from 'zod'
import { blocksOf, saysSomething, tooLong } from '../../shared/blog/blocks.ts'
import type { Plein } from '../../shared/domain/state.ts'
import { forbiddenCharacter } from '../../shared/text/characters.ts'
import { strangeWords } from '../blog/allowed.ts'
import { momentsOf, quotablesOf } from '../blog/kit.ts'
import { fileFormats, fileOf, published, wordsOf } from '../blog/pages.ts'
import { slugsOf } from '../blog/slug.ts'
import { outcomeOf } from '../outcome/build.ts'
import type { Outcome } from '../outcome/schema.ts'
import type { Edge } from './edge.ts'
import { lookAt } from './look.ts'
import { Problem } from './problem.ts'
import { ration } from './ration.ts'
import { type Route, route } from './route.ts'
import * as schemas from './schemas.ts'
import { stored } from './stored.ts'
import { seatOf } from './who.ts'

const formats = z.enum(fileFormats)
const iso = (moment: number): string => new Date(moment).toISOString()
/** So many addresses are tried before the disk is held to be the trouble. */
const tries = 5

export const blog = (edge: Edge): Route[] => {
  const { rooms, store, settings, addresses, downloads, audit, secret, now } = edge
  const params = { id: z.string() }
  const base = (origin: string | null) => addresses.joinAddress({ chosen: null, openedAt: origin })

  const blogOf = async (id: string) => {
    const found = await stored(rooms.blog(id))
    if (found === null) throw new Problem('plein-unknown')
    return found
  }
  const standing = async (id: string) => {
    const found = await stored(store.blog(id))
    if (found === null) throw new Problem('plein-unknown')
    return found
  }
  /** The outcome, when these words may leave the server: closed for good, so that nothing in them can be taken back any more. */
  const allowed = (plein: Plein, words: string): Outcome => {
    if (!plein.sealed) throw new Problem('blog-not-yet')
    if (tooLong(words)) throw new Problem('blog-too-long')
    if (!saysSomething(blocksOf(words))) throw new Problem('blog-empty')
    const character = forbiddenCharacter(words, true)
    if (character !== null) throw new Problem('text-forbidden', { character })
    const outcome = outcomeOf(plein)
    const [first, ...others] = strangeWords(words, plein, outcome)
    if (first !== undefined)
      throw new Problem('quote-withdrawn', { quotes: [first, ...others].slice(0, 20).map((one) => one.slice(0, 500)) })
    return outcome
  }
  const told = async (id: string, origin: string | null) => {
    const { shared, slug, page } = await standing(id)
    return { shared, published: page && slug !== null ? { address: `${base(origin)}/blog/${slug}`, at: iso(page.at) } : null }
  }

  return [
    route({
      method: 'get',
      path: '/api/v1/pleins/{id}/blog',
      name: 'readBlog',
      summary:
        'How it stands with the blog of the day after, and what is at hand for it. For the owner, and for coaches while the owner lets them write along. Its words are the document `text/blog`.',
      who: 'seat',
      params,
      answers: { 200: { what: 'The blog.', schema: schemas.blogTold } },
      refuses: ['not-allowed', 'plein-unknown', 'too-fast', 'storage-failed'],
      async handle({ params, bearer, origin }) {
        const id = params['id']!
        const reader = seatOf(bearer, id, ['owner', 'coach'])
        if (reader.role === 'coach' && !(await blogOf(id)).isShared()) throw new Problem('not-allowed')
        ration(downloads, reader)
        const kit = await lookAt(rooms, id, (plein) => {
          const outcome = outcomeOf(plein)
          const words = wordsOf(plein.locale)
          return {
            title: words.blog.title(plein.title),
            ready: plein.sealed,
            moments: momentsOf(outcome, words, plein.locale),
            quotes: quotablesOf(outcome).map(({ id, kind, text }) => ({ id, kind, text, from: words.blog.from[kind] })),
          }
        })
        return { status: 200, body: { ...(await told(id, origin)), ...kit } }
      },
    }),
    route({
      method: 'patch',
      path: '/api/v1/pleins/{id}/blog',
      name: 'shareBlog',
      summary: 'Let coaches write along in the blog, or not any more. By the owner.',
      who: 'seat',
      params,
      body: schemas.sharedBlog,
      bodyLimit: settings.limits.bodySmall,
      answers: { 200: { what: 'So it is now.', schema: schemas.sharedBlog } },
      refuses: ['not-allowed', 'plein-unknown', 'too-fast', 'storage-failed'],
      async handle({ params, bearer, body: { shared } }) {
        const doer = seatOf(bearer, params['id']!, ['owner'])
        ration(downloads, doer)
        const blog = await blogOf(doer.plein)
        const changes = blog.isShared() !== shared
        if (!(await blog.share(shared))) throw new Problem('storage-failed')
        if (changes) audit.note(doer.plein, doer, { what: 'blog.share', detail: shared ? 'shared' : 'not-shared' })
        return { status: 200, body: { shared } }
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/pleins/{id}/blog',
      name: 'publishBlog',
      summary:
        'Publish the blog as it reads now, or once more, as a page of this server that everybody can read. By the owner, when the Plein is closed for good.',
      who: 'seat',
      params,
      body: schemas.publishedBlog,
      bodyLimit: settings.limits.bodyBlog,
      answers: { 201: { what: 'Published.', schema: schemas.blogPublished } },
      refuses: [
        'not-allowed',
        'plein-unknown',
        'blog-not-yet',
        'blog-empty',
        'blog-too-long',
        'blog-changed',
        'quote-withdrawn',
        'text-forbidden',
        'too-fast',
        'storage-failed',
      ],
      async handle({ params, bearer, body: { words }, origin }) {
        const doer = seatOf(bearer, params['id']!, ['owner'])
        const { plein: id } = doer
        ration(downloads, doer)
        const { text } = await blogOf(id)
        const { slug: known, page: before, lastAt } = await standing(id)
        // A page is known by its moment: under an earlier one than that of any page before, as when a clock was set back, it would go with that
        // one when a backup is put back.
        const at = Math.max(now(), (lastAt ?? 0) + 1)
        const page = await lookAt(rooms, id, (plein) => {
          // What was read before the yes, and no other words: a coach may be typing.
          if (plein.sealed && text.words().trim() !== words.trim()) throw new Problem('blog-changed')
          const outcome = allowed(plein, words)
          return { ...published(words, outcome, at), slugs: slugsOf(outcome, () => secret(40)) }
        })
        const { slugs, ...made } = page
        for (const slug of known === null ? slugs(tries) : [known]) {
          const result = await edge.commitBlog(id, { publish: { slug, page: made, ...(before && { replaces: before.at }) } })
          if (result.ok) {
            audit.note(id, doer, { what: 'blog.publish' })
            return { status: 201, body: { address: `${base(origin)}/blog/${slug}`, at: iso(made.at) } }
          }
          if (result.reason === 'failed') break
        }
        throw new Problem('storage-failed')
      },
    }),
    route({
      method: 'delete',
      path: '/api/v1/pleins/{id}/blog',
      name: 'takeBlogBack',
      summary: 'Take the page of the blog back. Its words stay, and it can be published again under the same address. By the owner.',
      who: 'seat',
      params,
      answers: { 204: { what: 'There is no page.' } },
      refuses: ['not-allowed', 'plein-unknown', 'too-fast', 'storage-failed'],
      async handle({ params, bearer }) {
        const doer = seatOf(bearer, params['id']!, ['owner'])
        ration(downloads, doer)
        const { page } = await standing(doer.plein)
        if (page !== null) {
          if (!(await edge.commitBlog(doer.plein, { takeBack: page.at })).ok) throw new Problem('storage-failed')
          audit.note(doer.plein, doer, { what: 'blog.takeBack' })
        }
        return { status: 204 }
      },
    }),
    route({
      method: 'get',
      path: '/api/v1/pleins/{id}/blog.{format}',
      name: 'blogFile',
      summary: 'The blog as a file, with the same checks as for publishing it. For the owner.',
      who: 'seat',
      params: { id: z.string(), format: formats },
      answers: { 200: { what: 'The document, as a download.', types: ['text/html', 'text/markdown'] } },
      refuses: [
        'not-allowed',
        'plein-unknown',
        'not-found',
        'blog-not-yet',
        'blog-empty',
        'blog-too-long',
        'quote-withdrawn',
        'text-forbidden',
        'too-fast',
        'storage-failed',
      ],
      async handle({ params, bearer }) {
        const format = formats.safeParse(params['format'])
        if (!format.success) throw new Problem('not-found')
        const doer = seatOf(bearer, params['id']!, ['owner'])
        ration(downloads, doer)
        const words = (await blogOf(doer.plein)).text.words()
        const file = await lookAt(rooms, doer.plein, (plein) => fileOf(words, allowed(plein, words), format.data))
        return { status: 200, file }
      },
    }),
  ]
}
