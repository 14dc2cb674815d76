/** The blog as Markdown. What people wrote is text and can make no structure, link or picture. */
import type { Block, Parsed } from '../../shared/blog/blocks.ts'
import { framingLabel, phaseLabel } from '../outcome/labels.ts'
import { block, inline, quote } from '../outcome/markdown.ts'
import { momentOf } from '../outcome/moment.ts'
import type { Telling } from './article.ts'

const chain = ({ outcome, locale, words }: Telling): string[] =>
  outcome.chain.flatMap((framing) => {
    const phase = phaseLabel(words.outcome, outcome, framing.phase)
    const facts = [momentOf(framing.at, locale), ...(phase === null ? [] : [inline(phase)])]
    return [`**${framingLabel(words.outcome, outcome, framing)}** (${facts.join(' · ')})`, quote(framing.text)]
  })

const partsOf = (telling: Telling, one: Block): string[] => {
  switch (one.kind) {
    case 'heading':
      return [`${'#'.repeat(one.level)} ${inline(one.text)}`]
    case 'paragraph':
      return [block(one.lines.join('\n'))]
    case 'quote':
      return [quote(one.from === null ? one.lines.join('\n') : `${one.lines.join('\n')}\n— ${one.from}`)]
    case 'chain':
      return chain(telling)
    default:
      return one satisfies never
  }
}

export const markdownOf = (telling: Telling, { blocks }: Parsed, title: string, facts: readonly string[]): string =>
  `${[`# ${inline(title)}`, ...facts.map(inline), ...blocks.flatMap((one) => partsOf(telling, one))].join('\n\n')}\n`
