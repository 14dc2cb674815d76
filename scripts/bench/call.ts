/** How the command is called. */
import { options, WrongCall, whole } from '../players/call.ts'
import { type ScenarioName, scenarioNames } from './work/scenario.ts'

export type Call = {
  quick: boolean
  only: readonly ScenarioName[]
  /** Of what is repeated on every server in turn. */
  repetitions: number
  /** Of writing, in one repetition. */
  seconds: number
  /** In the scenarios that compare servers. */
  phones: number
  /** In the scenarios of the largest room. */
  most: number
  out: string | null
  pin: boolean
}

export const usage = `npm run bench -- [--quick] [--only NAME] [--repetitions N] [--seconds N] [--phones N] [--most N] [--out FOLDER] [--no-pin]
NAME: ${scenarioNames.join(', ')}; may be given more than once.`

const chosen = (given: readonly string[]): ScenarioName[] => {
  const names = given.flatMap((one) => one.split(','))
  const unknown = names.find((name) => !(scenarioNames as readonly string[]).includes(name))
  if (unknown !== undefined) throw new WrongCall(`There is no "${unknown}".`)
  return names as ScenarioName[]
}

/** Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const given = options({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      repetitions: { type: 'string' },
      seconds: { type: 'string' },
      phones: { type: 'string' },
      most: { type: 'string' },
      out: { type: 'string' },
      'no-pin': { type: 'boolean', default: false },
    },
  }).values
  const { quick } = given
  const number = (name: 'repetitions' | 'seconds' | 'phones' | 'most', usual: number, least: number): number =>
    given[name] === undefined ? usual : whole(name, given[name], least)
  const phones = number('phones', 500, 3)
  return {
    quick,
    only: given.only.length > 0 ? chosen(given.only) : scenarioNames,
    repetitions: number('repetitions', quick ? 2 : 5, 1),
    seconds: number('seconds', quick ? 6 : 30, 1),
    phones,
    most: number('most', given.phones === undefined ? 1000 : phones, 3),
    out: given.out ?? null,
    pin: !given['no-pin'],
  }
}
