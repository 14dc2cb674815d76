import { shared as en } from '../words/shared.en.ts'
import { shared as nl } from '../words/shared.nl.ts'

/** Said in both languages, as in index.html: until the server says hello nobody knows in which one this Plein is. */
export const Loading = () => (
  <p className="first" role="status">
    <span lang="nl">{nl.loading}</span>
    <span lang="en">{en.loading}</span>
  </p>
)
