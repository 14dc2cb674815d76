/** What fast fingers typed behind what was sent: they are already in the next one when the answer comes. */
export const typedSince = (sent: string, now: string): string => (now.startsWith(sent) ? now.slice(sent.length) : now)
