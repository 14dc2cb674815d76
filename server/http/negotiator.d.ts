/** What this server asks of `negotiator`: its published types do not know of `preferred`. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | string[] | undefined> })
    encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined
  }
}
