/** The intake: who reads which circle, and when an answer may go to a wider one. The words themselves are no part of the rules. */
import { describe, expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import {
  type IntakeAuthor,
  type IntakeCircle,
  intakeCircles,
  intakeQuestions,
  lineName,
  linesOf,
  readsCircle,
} from '../../shared/domain/intake/talk.ts'
import { aPlein, given } from '../support/given.ts'
import { fatma, joost, wim } from '../support/people.ts'

const widen = (by: IntakeAuthor, from: IntakeCircle, to: IntakeCircle, confirmed = true): Command => ({
  type: 'intake.widen',
  question: 'awake',
  by,
  from,
  to,
  words: 'Dat het niemand iets kan schelen',
  confirmed,
})

describe('N1 a circle', () => {
  test('N1 is read by the owner, by coaches unless it is the owner’s own, and by nobody else', () => {
    const readers = (['organiser', 'coach', 'owner', 'participant', 'screen', 'server'] as const).map((role) => [
      role,
      intakeCircles.filter((circle) => readsCircle(role, circle)),
    ])
    expect(Object.fromEntries(readers)).toEqual({
      organiser: [],
      coach: ['coaches', 'room'],
      owner: ['own', 'coaches', 'room'],
      participant: [],
      screen: [],
      server: [],
    })
  })

  test('N1 holds an answer to each question, of the owner and of the coaches; the owner’s own holds those of the owner alone', () => {
    const names = (of: string[]) => intakeQuestions.flatMap((question) => of.map((by) => `${question}.${by}`))
    const held = intakeCircles.map((circle) => linesOf(circle).map(lineName))
    expect(held).toEqual([names(['owner']), names(['owner', 'coach']), names(['owner', 'coach'])])
  })
})

describe('N3 to a wider circle', () => {
  const story = () => given(aPlein('welcome'))
  const another = { code: 'line-of-another' as const }

  test('N3 an answer goes by whose answer it is, after they were told who will read it; no word of it stands in the log', () => {
    for (const [who, by, from, to] of [
      [wim, 'owner', 'own', 'coaches'],
      [wim, 'owner', 'own', 'room'],
      [wim, 'owner', 'coaches', 'room'],
      [joost, 'coach', 'coaches', 'room'],
    ] as const) {
      story()
        .when(who, widen(by, from, to, false))
        .then({ code: 'not-confirmed', counts: {} })
      expect(story().when(who, widen(by, from, to)).events).toEqual([])
    }
  })

  test('N3 nobody else moves it, and a coach is told the same whether or not the owner has something of their own', () => {
    for (const confirmed of [true, false]) {
      story()
        .when(joost, widen('owner', 'coaches', 'room', confirmed))
        .then(another)
      story()
        .when(wim, widen('coach', 'coaches', 'room', confirmed))
        .then(another)
      story()
        .when(joost, widen('owner', 'own', 'coaches', confirmed))
        .then(another)
      story()
        .when(joost, widen('coach', 'own', 'coaches', confirmed))
        .then(another)
      story()
        .when(joost, widen('owner', 'room', 'own', confirmed))
        .then(another)
    }
    story()
      .when(fatma, widen('owner', 'own', 'room'))
      .then({ code: 'not-allowed' })
  })

  test('N3 it never goes to a narrower one, nor to where it is', () => {
    for (const [from, to] of [
      ['room', 'coaches'],
      ['room', 'own'],
      ['coaches', 'own'],
      ['own', 'own'],
      ['room', 'room'],
    ] as const)
      story()
        .when(wim, widen('owner', from, to))
        .then({ code: 'circle-not-wider', from, to })
  })
})
