import { type Block, blocksOf } from '../../shared/blog/blocks.ts'
import { Sign } from '../parts/Sign.tsx'
import { useFramings } from '../session/useDocument.ts'
import { useDayAfterWords } from './words.ts'

/** The blog as its readers will find it, below a heading of the second level. */
export const Preview = ({ words, title }: { words: string; title: string }) => {
  const parsed = blocksOf(words)
  return (
    <article className="blog-preview">
      <h3>{parsed.title ?? title}</h3>
      {parsed.blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing in it moves, a preview is made once
        <Part key={`${place} ${block.kind}`} block={block} />
      ))}
    </article>
  )
}

const Part = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h4>{block.text}</h4> : <h5>{block.text}</h5>
    case 'paragraph':
      return <p className="said">{block.lines.join('\n')}</p>
    case 'quote':
      return (
        <figure className="blog-quote">
          <blockquote>
            <p className="said">{block.lines.join('\n')}</p>
          </blockquote>
          {block.from === null ? null : <figcaption>{block.from}</figcaption>}
        </figure>
      )
    case 'chain':
      return <ChainHere />
    default:
      return block satisfies never
  }
}

const ChainHere = () => {
  const w = useDayAfterWords()
  const framings = useFramings()
  return (
    <>
      <p className="help">{w.preview.chain}</p>
      <ol className="plain-list cards">
        {framings.map(({ id, text }) => (
          <li key={id}>
            <Sign text={text} />
          </li>
        ))}
      </ol>
    </>
  )
}
