/** All that can be set, read from the environment once, at the start. A wrong value stops the start with one sentence. */
import { existsSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { keptDays } from '../shared/domain/life/kept.ts'
import type { Smtp } from './blog/mail.ts'
import { leastKey, mostKey } from './guessable.ts'
import { defaultLimits, type Limits } from './limits.ts'

export type Settings = {
  port: number
  /** `null`: all interfaces. */
  host: string | null
  /** Absolute. */
  dataDir: string
  /** Where backups go, absolute. */
  backupDir: string
  /** Minutes between two backups while a Plein is open, and days that they are kept. */
  backupMinutes: number
  backupDays: number
  /** Days that the audit log is kept. */
  auditDays: number
  /** An origin without a slash at its end. */
  publicUrl: string | null
  /** `null`: made and kept in `dataDir`. */
  organiserKey: string | null
  /** What Express takes as `trust proxy`; `false` believes no forwarding header. */
  trustProxy: boolean | number | string[]
  metricsFrom: 'loopback' | 'all'
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | null
  /** A `mailto:` or `https:` address for `/.well-known/security.txt`. */
  securityContact: string | null
  /** Folder of a theme, absolute; `null`: `theme` in `dataDir`, when it is there. */
  themeDir: string | null
  /** Folder with a municipality's own lists of official words, absolute. */
  plainWordsDir: string
  /** `null`: this server sends no mail. */
  smtp: Smtp | null
  limits: Limits
}

/** One readable sentence that names the variable; it is printed as it stands. */
export class WrongSetting extends Error {}

/** `pleinsPerDay` → `LIMIT_PLEINS_PER_DAY`. */
export const limitVariable = (limit: string): string => `LIMIT_${limit.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

const port = z
  .stringFormat('port', /^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))
const whole = z.stringFormat('whole', /^\d{1,15}$/).transform(Number)

const within = (least: number, most: number) => whole.pipe(z.number().min(least).max(most))

const isOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  )
}
const origin = z
  .string()
  .refine(isOrigin)
  .transform((text) => new URL(text).origin)

/** What Express throws on, with a stack trace in place of a sentence. */
const isProxy = (text: string): boolean => {
  const [, address = '', bits] = /^([^/]+?)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? []
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true
  const family = isIP(address)
  return family !== 0 && Number(bits ?? 1) <= (family === 4 ? 32 : 128)
}
const proxy = z
  .string()
  .transform((text): boolean | number | string[] => {
    if (text === 'true' || text === 'false') return text === 'true'
    if (/^\d{1,2}$/.test(text)) return Number(text)
    return text.split(',').map((part) => part.trim())
  })
  .refine((value) => !Array.isArray(value) || value.every(isProxy))

const isSmtp = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && !url.search && !url.hash
}

const schemas = {
  PORT: [port, 'must be a whole number from 0 to 65535'],
  HOST: [z.stringFormat('host', /^[\w.:%-]+$/), 'must be an address or a name of this machine, such as 127.0.0.1'],
  DATA_DIR: [z.string().transform((path) => resolve(path)), 'must be the path of a folder'],
  BACKUP_DIR: [z.string().transform((path) => resolve(path)), 'must be the path of a folder'],
  BACKUP_MINUTES: [within(1, 1440), 'must be a whole number of minutes from 1 to 1440'],
  BACKUP_DAYS: [within(1, 365), 'must be a whole number of days from 1 to 365'],
  AUDIT_DAYS: [within(1, 3650), 'must be a whole number of days from 1 to 3650'],
  PUBLIC_URL: [origin, 'must be an address with http or https and without a path, such as https://plein.example.nl'],
  ORGANISER_KEY: [
    z
      .string()
      .transform((key) => key.normalize('NFC'))
      .refine((key) => !/\p{Cc}/u.test(key) && [...key].length >= leastKey && [...key].length <= mostKey),
    `must have ${leastKey} to ${mostKey} characters; leave it out and a good one is made, or make one with: openssl rand -base64 32`,
  ],
  TRUST_PROXY: [proxy, 'must be true, false, a number of proxies, or their addresses separated by commas, such as loopback, 10.0.0.0/8'],
  METRICS_FROM: [z.enum(['loopback', 'all']), 'must be loopback or all'],
  LOG_LEVEL: [z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'must be debug, info, warn, error or silent'],
  PLAIN_WORDS_DIR: [
    z
      .string()
      .transform((path) => resolve(path))
      .refine((path) => existsSync(path) && statSync(path).isDirectory()),
    'must be the path of a folder',
  ],
  THEME_DIR: [z.string().transform((path) => resolve(path)), 'must be the path of a folder'],
  SMTP_URL: [z.string().refine(isSmtp), 'must be an address such as smtp://mail.example.nl:587 or smtps://name:password@mail.example.nl'],
  MAIL_FROM: [
    z.stringFormat('from', /^([^<>"\r\n]{1,80} <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/),
    'must be an address, or a name and an address, such as Plein <plein@example.nl>',
  ],
  SECURITY_CONTACT: [z.stringFormat('contact', /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/), 'must begin with mailto: or https://'],
} satisfies Record<string, [z.ZodType, string]>

const unset = (value: string | undefined): value is undefined | '' => value === undefined || value.trim() === ''

const read = <N extends keyof typeof schemas>(env: NodeJS.ProcessEnv, name: N): z.output<(typeof schemas)[N][0]> | null => {
  const value = env[name]
  if (unset(value)) return null
  const [schema, rule] = schemas[name]
  const parsed = schema.safeParse(value.trim())
  // A key or a password must not end up on a screen or in a log because it was wrong.
  if (!parsed.success)
    throw new WrongSetting(`${name}${name === 'ORGANISER_KEY' || name === 'SMTP_URL' ? '' : ` is "${value.slice(0, 80)}" but`} ${rule}.`)
  return parsed.data as z.output<(typeof schemas)[N][0]>
}

/** To what keeps these, 0 is no limit at all, and so is what does not fit in 31 bits. */
const neverNone: ReadonlySet<keyof Limits> = new Set(['frameCoach', 'requestTime'])
const mostOfThose = 2_147_483_647

const readLimits = (env: NodeJS.ProcessEnv): Limits => {
  const limits = { ...defaultLimits }
  const byVariable = new Map(Object.keys(defaultLimits).map((name) => [limitVariable(name), name as keyof Limits]))
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith('LIMIT_') || unset(value)) continue
    const name = byVariable.get(variable)
    if (!name) throw new WrongSetting(`${variable} is no limit that exists; the limits are listed in docs/operating.md.`)
    const [schema, rule] = neverNone.has(name) ? [within(1, mostOfThose), `from 1 to ${mostOfThose}`] : [whole, '0 or more']
    const parsed = schema.safeParse(value.trim())
    if (!parsed.success) throw new WrongSetting(`${variable} is "${value.slice(0, 80)}" but must be a whole number, ${rule}.`)
    limits[name] = parsed.data
  }
  return limits
}

const readSmtp = (env: NodeJS.ProcessEnv): Smtp | null => {
  const [url, from] = [read(env, 'SMTP_URL'), read(env, 'MAIL_FROM')]
  if (url !== null && from !== null) return { url, from }
  if (url === null && from === null) return null
  throw new WrongSetting(`${url === null ? 'SMTP_URL' : 'MAIL_FROM'} is not set, and mail needs both SMTP_URL and MAIL_FROM.`)
}

export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const dataDir = read(env, 'DATA_DIR') ?? resolve('data')
  return {
    port: read(env, 'PORT') ?? 3000,
    host: read(env, 'HOST'),
    dataDir,
    backupDir: read(env, 'BACKUP_DIR') ?? join(dataDir, 'backups'),
    backupMinutes: read(env, 'BACKUP_MINUTES') ?? 15,
    backupDays: read(env, 'BACKUP_DAYS') ?? keptDays.backups,
    auditDays: read(env, 'AUDIT_DAYS') ?? 90,
    publicUrl: read(env, 'PUBLIC_URL'),
    organiserKey: read(env, 'ORGANISER_KEY'),
    trustProxy: read(env, 'TRUST_PROXY') ?? false,
    metricsFrom: read(env, 'METRICS_FROM') ?? 'loopback',
    logLevel: read(env, 'LOG_LEVEL'),
    securityContact: read(env, 'SECURITY_CONTACT'),
    themeDir: read(env, 'THEME_DIR'),
    plainWordsDir: read(env, 'PLAIN_WORDS_DIR') ?? join(dataDir, 'plain-words'),
    smtp: readSmtp(env),
    limits: readLimits(env),
  }
}
