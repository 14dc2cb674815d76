/** The built client: hashed files for a year, the page for the client's own paths only. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express, type RequestHandler } from 'express'
import { keptDays } from '../../shared/domain/life/kept.ts'
import { gonePage, standingPage } from '../blog/pages.ts'
import { isSlug } from '../blog/slug.ts'
import { privacyPage } from '../privacy/page.ts'
import { pageWith } from '../theme/page.ts'
import type { Theme } from '../theme/read.ts'
import type { Edge } from './edge.ts'
import { overTls } from './headers.ts'
import { sendPacked } from './packed.ts'
import { localeOf, Problem } from './problem.ts'
import { makeShell } from './shell.ts'
import { stored } from './stored.ts'

const entrances = ['coach', 'eigenaar', 'scherm', 'organisator']
/** The paths that the client knows; a wrong one is a 404 and not a page that finds nothing. */
export const clientPaths = ['/', '/verbinding{/}', '/p/:plein{/}', ...entrances.flatMap((name) => [`/${name}{/}`, `/${name}/:plein{/}`])]

const onlyRead: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new Problem('method-not-allowed', {}, { Allow: 'GET, HEAD' })
  next()
}

/** A phone's keyboard begins with a capital: /Scherm. The browser keeps the fragment. */
const lowerCase: RequestHandler = ({ path }, res, next) => {
  const name = path.slice(1).replace(/\/$/, '')
  if (name !== name.toLowerCase() && entrances.includes(name.toLowerCase())) return res.redirect(302, `/${name.toLowerCase()}`)
  next()
}

/** What a theme brings. Its addresses carry its version, so a browser may keep them. */
const mountTheme = (app: Express, theme: Theme): void => {
  const kept = { 'Cache-Control': 'public, max-age=31536000, immutable' }
  app.all('/theme.css', onlyRead, (_req, res) => {
    res.locals['page'] = 'theme'
    res.set(kept).type('css').send(theme.css)
  })
  app.all('/theme/:file', onlyRead, (req, res, next) => {
    const font = theme.fonts.get(String(req.params['file']))
    if (font === undefined) return next()
    res.locals['page'] = 'theme'
    res.set(kept).type('font/woff2').send(font)
  })
}

/** What is kept and who sees it, for whoever asks, also without JavaScript. */
const mountPrivacy = (app: Express, page: string, theme: Theme | null, { publicUrl, backupDays }: Edge['settings']): void => {
  for (const locale of ['nl', 'en'] as const)
    app.all(locale === 'nl' ? '/privacy{/}' : '/privacy/en{/}', onlyRead, (req, res) => {
      if (!existsSync(page)) throw new Problem('not-built')
      res.locals['page'] = 'privacy'
      const facts = { locale, theme, backupDays, secure: overTls(req, publicUrl) }
      res
        .set('Cache-Control', 'no-cache')
        .type('html')
        .send(privacyPage(readFileSync(page, 'utf8'), facts))
    })
}

/** Stricter than what holds for our own pages: nothing runs on it, and it sends nothing. */
const blogPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What an owner published, for everybody, as long as it stands. */
const mountBlogs = (app: Express, page: string, { store, theme, now }: Pick<Edge, 'store' | 'theme' | 'now'>): void => {
  app.all('/blog/:slug{/}', onlyRead, async (req, res) => {
    if (!existsSync(page)) throw new Problem('not-built')
    res.locals['page'] = 'blog'
    const slug = String(req.params['slug'])
    const found = isSlug(slug) ? await stored(store.blogPage(slug)) : null
    const built = readFileSync(page, 'utf8')
    res.set({ 'Cache-Control': 'no-cache', 'Content-Security-Policy': blogPolicy }).type('html')
    // Its date may have come while nothing was deleted yet.
    if (found === null || now() >= found.retainUntil) res.status(404).send(gonePage(built, theme, localeOf(req.headers['accept-language'])))
    else res.send(standingPage(built, theme, found))
  })
}

type Given = Pick<Edge, 'dist' | 'theme' | 'settings' | 'store' | 'now'>

export const mountPages = (app: Express, { dist, theme, settings, store, now }: Given): void => {
  const page = join(dist, 'index.html')
  const { backupDays } = settings
  const unusual = backupDays !== keptDays.backups
  const told = (text: string): string => (unusual ? text.replace('<html', `<html data-backup-days="${backupDays}"`) : text)
  if (theme) mountTheme(app, theme)
  app.use(lowerCase)
  const shell = makeShell(dist)
  app.all(clientPaths, onlyRead, (req, res) => {
    const built = shell(req.path)
    if (built === null) throw new Problem('not-built')
    res.locals['page'] = 'page'
    const text = told(built)
    res
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(theme ? pageWith(text, theme) : text)
  })
  mountPrivacy(app, page, theme, settings)
  mountBlogs(app, page, { store, theme, now })
  const named: RequestHandler = (_req, res, next) => {
    res.locals['page'] = 'file'
    next()
  }
  const files = { index: false, dotfiles: 'ignore', redirect: false } as const
  // Nothing falls through to the page: a missing script must be an error and not HTML.
  const assets = join(dist, 'assets')
  app.use('/assets', named, sendPacked(assets), express.static(assets, { ...files, immutable: true, maxAge: '365d' }))
  app.use(named, sendPacked(dist), express.static(dist, { ...files, maxAge: '1h' }))
}
