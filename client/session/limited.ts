/** Given when so many milliseconds are over. As `AbortSignal.timeout`, which Safari has from 16 on. */
export const limited = (milliseconds = 15_000): AbortSignal => {
  const over = new AbortController()
  setTimeout(() => over.abort(), milliseconds)
  return over.signal
}
