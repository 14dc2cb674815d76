import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../server/limits.ts'
import { limitVariable, readSettings, WrongSetting } from '../../server/settings.ts'

const wrong = (env: Record<string, string>): string => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
    throw error
  }
  return ''
}

describe('settings', () => {
  it('work when nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: null,
      publicUrl: null,
      organiserKey: null,
      trustProxy: false,
      limits: defaultLimits,
    })
    expect(readSettings({}).dataDir).toMatch(/data$/)
    expect(readSettings({ DATA_DIR: '/srv/plein' })).toMatchObject({
      backupDir: join(resolve('/srv/plein'), 'backups'),
      backupMinutes: 15,
      backupDays: 30,
    })
    expect(readSettings({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ port: 3000, publicUrl: null })
  })

  it('are read as they are meant', () => {
    const read = readSettings({
      PORT: '0',
      PUBLIC_URL: 'https://plein.utrecht.example/',
      TRUST_PROXY: '1',
      LIMIT_JOIN_FAILURES_PER_ADDRESS: '5',
      METRICS_FROM: 'all',
    })
    expect(read).toMatchObject({ port: 0, publicUrl: 'https://plein.utrecht.example', trustProxy: 1, metricsFrom: 'all' })
    expect(read.limits.joinFailuresPerAddress).toBe(5)
    expect(readSettings({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual(['loopback', '10.0.0.0/8'])
    const most = ['loopback', 'linklocal', 'uniquelocal', '10.0.0.1', '10.0.0.0/1', '10.0.0.1/32', 'fd00::1', '::/1', '::ffff:10.0.0.1/128']
    const { trustProxy } = readSettings({ TRUST_PROXY: most.join(' , ') })
    expect(trustProxy).toEqual(most)
    // What is taken here, Express takes.
    express().set('trust proxy', trustProxy)
  })

  it.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'plein.nl'],
    ['PUBLIC_URL', 'ftp://plein.nl'],
    ['PUBLIC_URL', 'https://plein.nl/bord'],
    ['PUBLIC_URL', 'https://joost:geheim@plein.nl'],
    ['TRUST_PROXY', 'ja'],
    ...['10.0.0.0/33', '10.0.0.0/0', '10.0.0', 'abc', '::1/129', '100', 'loopback,', 'loopback 10.0.0.1'].map((value) => [
      'TRUST_PROXY',
      value,
    ]),
    ['METRICS_FROM', 'iedereen'],
    ['BACKUP_MINUTES', '0'],
    ['BACKUP_MINUTES', 'vaak'],
    ['BACKUP_DAYS', '366'],
    ['LOG_LEVEL', 'luid'],
    ['SECURITY_CONTACT', 'joost'],
    ['LIMIT_IDEAS_PER_PLEIN', 'veel'],
    ['LIMIT_IDEAS_PER_PLEIN', '-1'],
    // For the libraries that keep these it would be no limit.
    ['LIMIT_REQUEST_TIME', '0'],
    ['LIMIT_FRAME_COACH', '0'],
    ['LIMIT_FRAME_COACH', '2147483648'],
    ['LIMIT_IDEAS_PER_PLIEN', '10'],
  ])('%s=%s stops the start with one sentence that names it', (name, value) => {
    const sentence = wrong({ [name]: value })
    expect(sentence).toMatch(new RegExp(`^${name} [^\\n]+\\.$`))
  })

  it('S5 a wrong organiser key is not repeated in the sentence', () => {
    expect(wrong({ ORGANISER_KEY: 'geheim' })).toMatch(/^ORGANISER_KEY must/)
    expect(wrong({ ORGANISER_KEY: 'geheim' })).not.toContain('geheim')
  })

  it('all stand in docs/operating.md, limits with the default that holds', () => {
    const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8')
    for (const name of [
      'PORT',
      'HOST',
      'DATA_DIR',
      'PUBLIC_URL',
      'ORGANISER_KEY',
      'TRUST_PROXY',
      'METRICS_FROM',
      'LOG_LEVEL',
      'SECURITY_CONTACT',
      'THEME_DIR',
    ]) {
      expect(page).toContain(`\`${name}\``)
    }
    for (const [name, value] of Object.entries(defaultLimits))
      expect(page).toMatch(new RegExp(`\\| \`${limitVariable(name)}\` \\| ${value} \\|`))
  })
})
