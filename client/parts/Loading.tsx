import { beginning } from '../words/begin.ts'

/** Said in both languages, as in index.html: until the server says hello nobody knows in which one this Plein is. */
export const Loading = () => (
  <p className="first" role="status">
    <span lang="nl">{beginning.nl.loading}</span>
    <span lang="en">{beginning.en.loading}</span>
  </p>
)
