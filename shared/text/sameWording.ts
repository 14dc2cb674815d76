/** Word for word: what differs in its spaces only is the same wording, and a phone sets one behind the last word by itself. */
export const sameWording = (text: string): string => text.replace(/\s+/g, ' ').trim()
