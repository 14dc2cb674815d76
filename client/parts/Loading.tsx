import { useSharedWords } from './words.ts'

export const Loading = () => {
  const w = useSharedWords()
  return (
    <p className="first" role="status">
      {w.loading}
    </p>
  )
}
