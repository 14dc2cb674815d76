import { useScreenWords } from '../words.ts'

export const Closed = () => {
  const w = useScreenWords()
  return (
    <section className="body body-quiet">
      <h2>{w.closed.heading}</h2>
      <p>{w.closed.help}</p>
    </section>
  )
}
