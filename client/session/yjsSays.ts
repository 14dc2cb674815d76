/** Stands in for `lib0/logging` in the built pages (vite.config.ts): what Yjs says to whoever has the console open, without its colours and pictures. */
export const [ORANGE, RED, BOLD, UNBOLD] = ['', '', '', '']
export const print = (...said: unknown[]): void => console.log(...said.filter((one) => one !== ''))
export const warn = (...said: unknown[]): void => console.warn(...said)
