/** Puts a part into a text that somebody is writing: below the part in which the caret stands, and never into the middle of a sentence. */
export const putBelow = (text: string, caret: number | null, part: string): { words: string; caret: number } => {
  const from = Math.min(caret ?? text.length, text.length)
  const gap = text.indexOf('\n\n', from)
  const end = gap === -1 ? text.length : gap
  const [before, after] = [text.slice(0, end).trimEnd(), text.slice(end).trimStart()]
  const start = before === '' ? '' : `${before}\n\n`
  return { words: `${start}${part}${after === '' ? '\n' : `\n\n${after}`}`, caret: start.length + part.length }
}

/** As a quote in a blog. */
export const quoted = (text: string, from: string): string =>
  `${text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n> — ${from}`
