/** Four dots each, at most two on one group. Many are spread; six people put all they could on safety. */
import type { GroupName } from '../../../server/practice/texts/nl/ideas.ts'
import type { Name } from '../../../server/practice/texts/nl/people.ts'

export const ballots: Record<Name, Partial<Record<GroupName, number>>> = {
  Fatma: { staying: 2, pride: 2 },
  Hassan: { safety: 2, money: 1, school: 1 },
  Sandra: { safety: 2, evening: 1, money: 1 },
  Miriam: { staying: 2, pride: 1, school: 1 },
  Ricardo: { pride: 2, staying: 2 },
  Ria: { evening: 2, ourselves: 1, staying: 1 },
  Wim: { safety: 2, ourselves: 2 },
  Joke: { safety: 2, evening: 1, pride: 1 },
  Aziza: { money: 2, school: 1, staying: 1 },
  Henk: { safety: 2, evening: 2 },
  Bilal: { staying: 2, pride: 1, evening: 1 },
  Samir: { evening: 1, staying: 2, pride: 1 },
  Anneke: { staying: 1, school: 2, ourselves: 1 },
  Marco: { safety: 2, evening: 2 },
  Loes: { staying: 1, school: 1, ourselves: 2 },
  Dennis: { evening: 1, pride: 1, staying: 2 },
  Gerda: { money: 2, staying: 2 },
  Joost: { money: 1, school: 1, pride: 1, evening: 1 },
  Yusuf: { school: 2, pride: 1, money: 1 },
  Els: { school: 1, pride: 2, evening: 1 },
  Karin: { ourselves: 1, staying: 1, evening: 2 },
  Peter: { staying: 2, ourselves: 2 },
  Nadia: { ourselves: 1, pride: 1, staying: 2 },
  Tom: { staying: 1, evening: 2, ourselves: 1 },
}

/** Thought again before the round closed. */
export const changed: [Name, Partial<Record<GroupName, number>>] = ['Joost', { money: 1, school: 1, pride: 2 }]
