import type { Strand } from '../shown/strands.ts'

/** A wording in the middle of its story: chalk on what came with it, struck what goes with the next one. */
export const Strands = ({ strands }: { strands: readonly Strand[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one wording never move
  strands.map((strand, at) => <Part key={at} {...strand} />)

const Part = ({ text, came, goes }: Strand) => {
  const words = goes ? <del>{text}</del> : text
  return came ? <ins className="chalked">{words}</ins> : words
}
