/** A blog as something to read: the page that stands under an address of this server, and the two files that the owner can take home. */
import { createHash } from 'node:crypto'
import { blog as blogEn } from '../../client/words/blog.en.ts'
import { blog as blogNl } from '../../client/words/blog.nl.ts'
import { outcomeEn } from '../../client/words/outcome.en.ts'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { blocksOf, type Parsed } from '../../shared/blog/blocks.ts'
import type { Locale } from '../../shared/domain/state.ts'
import { filenameOf } from '../outcome/filename.ts'
import { html, type Markup, own } from '../outcome/html/markup.ts'
import { style } from '../outcome/html/style.ts'
import { dayOf } from '../outcome/moment.ts'
import type { Outcome } from '../outcome/schema.ts'
import type { BlogPage } from '../store/blog.ts'
import { looks } from '../theme/looks.ts'
import { pageWith } from '../theme/page.ts'
import type { Theme } from '../theme/read.ts'
import { articleOf, type Telling } from './article.ts'
import { markdownOf } from './markdown.ts'
import { blogStyle } from './style.ts'

export const wordsOf = (locale: Locale) => (locale === 'nl' ? { blog: blogNl, outcome: outcomeNl } : { blog: blogEn, outcome: outcomeEn })

const titleOf = ({ outcome, words }: Telling, { title }: Parsed): string => title ?? words.blog.title(outcome.plein.title)
const aboutOf = ({ outcome: { plein }, words, locale }: Telling): string =>
  words.blog.about(plein.title, dayOf(plein.startedAt ?? plein.createdAt, locale))

/** All between the heading and the foot, with what is said of it. */
const bodyOf = (telling: Telling, parsed: Parsed, published: number | null): Markup => {
  const { outcome, locale, words } = telling
  const quotes = parsed.blocks.some(({ kind }) => kind === 'quote')
  const { practice } = outcome.plein
  return html`${practice ? html`<p class="practice"><span class="word">${words.outcome.practice}</span> ${words.outcome.practiceNote}</p>\n` : null}<h1>${titleOf(telling, parsed)}</h1>
<p class="facts">${aboutOf(telling)}${published === null ? null : html` ${words.blog.published(dayOf(new Date(published).toISOString(), locale))}`}</p>
${articleOf(telling, parsed.blocks)}${quotes ? html`<p class="facts shared">${words.blog.shared}</p>` : null}`
}

const tellingOf = (outcome: Outcome): Telling => {
  const { locale } = outcome.plein
  return { outcome, locale, words: wordsOf(locale) }
}

/** `at`: now. */
export const published = (words: string, outcome: Outcome, at: number): BlogPage => {
  const [telling, parsed] = [tellingOf(outcome), blocksOf(words)]
  return { title: titleOf(telling, parsed), locale: telling.locale, article: bodyOf(telling, parsed, at).markup, at }
}

const shell = (built: string, theme: Theme | null, { locale, title, main }: { locale: Locale; title: string; main: Markup }): string => {
  const { kind } = wordsOf(locale).blog
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#F2F3F1">
<title>${title}</title>
${own(looks(built))}
<link rel="stylesheet" href="/blog.css">
</head>
<body>
<main class="blog">
<p class="blog-top">${theme === null ? null : html`<span class="town">${theme.name}</span> `}<span>${kind}</span></p>
${main}
</main>
</body>
</html>
`.markup
  return theme === null ? page : pageWith(page, theme)
}

/** `built`: the page of the client, whose style sheets it asks for. It has no script. */
export const standingPage = (
  built: string,
  theme: Theme | null,
  { title, locale, article, retainUntil }: BlogPage & { retainUntil: number },
): string => {
  // Not part of what was published: an organiser may choose another day.
  const until = wordsOf(locale).blog.until(dayOf(new Date(retainUntil).toISOString(), locale))
  return shell(built, theme, { locale, title, main: html`<article>${own(article)}</article><footer><p>${until}</p></footer>` })
}

/** For whoever comes by an old link. */
export const gonePage = (built: string, theme: Theme | null, locale: Locale): string => {
  const { gone, start } = wordsOf(locale).blog
  return shell(built, theme, {
    locale,
    title: gone.title,
    main: html`<h1>${gone.title}</h1><p>${gone.text}</p><p><a href="/">${start}</a></p>`,
  })
}

const sheet = style + blogStyle
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'; base-uri 'none'; form-action 'none'`

export const fileFormats = ['html', 'md'] as const
/** What the owner takes home: whole, and with nothing in it that has to be fetched. */
export const fileOf = (words: string, outcome: Outcome, format: (typeof fileFormats)[number]) => {
  const [telling, parsed] = [tellingOf(outcome), blocksOf(words)]
  const title = titleOf(telling, parsed)
  const filename = filenameOf(outcome, telling.words.blog.file, format)
  if (format === 'md')
    return { type: 'text/markdown; charset=utf-8', body: markdownOf(telling, parsed, title, [aboutOf(telling)]), filename }
  const body = html`<!doctype html>
<html lang="${telling.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${own(sheet)}</style>
</head>
<body>
<main>
${bodyOf(telling, parsed, null)}
</main>
</body>
</html>
`.markup
  return { type: 'text/html; charset=utf-8', body, filename }
}
