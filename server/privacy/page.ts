/** The page about privacy: drawn here, so that it needs no script; in the look of the built client, whose style sheets it asks for. */
import { withJe } from '../../client/words/address.ts'
import { longDate } from '../../client/words/plural.ts'
import { privacy as en } from '../../client/words/privacy.en.ts'
import { privacy as nl } from '../../client/words/privacy.nl.ts'
import { receiptOf } from '../../client/words/receipt.ts'
import type { Locale } from '../../shared/domain/state.ts'
import { html, own } from '../outcome/html/markup.ts'
import { looks } from '../theme/looks.ts'
import { pageWith } from '../theme/page.ts'
import type { Theme } from '../theme/read.ts'

export type PrivacyFacts = { locale: Locale; theme: Theme | null; backupDays: number; secure: boolean }

const other = {
  nl: { locale: 'en', address: '/privacy/en', name: 'English' },
  en: { locale: 'nl', address: '/privacy', name: 'Nederlands' },
}

export const privacyPage = (built: string, { locale, theme, backupDays, secure }: PrivacyFacts): string => {
  const w = locale === 'en' ? en : theme?.address === 'je' ? withJe(nl) : nl
  const parts = receiptOf(w, {
    backupDays,
    secure,
    town: theme && { name: theme.name, contact: theme.contact },
    plein: null,
    now: 0,
    date: longDate(locale),
  })
  const to = other[locale]
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="theme-color" content="#F2F3F1">
<title>${w.title}</title>
${own(looks(built))}
<link rel="stylesheet" href="/privacy.css">
</head>
<body>
<main class="privacy">
<div class="privacy-top">${theme === null ? null : html`<span class="town">${theme.name}</span>`}<a class="button button-quiet" href="${to.address}" lang="${to.locale}">${to.name}</a></div>
<h1>${w.title}</h1>
<p>${w.intro}</p>
${parts.map(({ heading, items }) => html`<section><h2>${heading}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>\n`)}
<p class="privacy-back"><a class="button button-quiet" href="/">${w.back}</a></p>
</main>
</body>
</html>
`.markup
  return theme === null ? page : pageWith(page, theme)
}
