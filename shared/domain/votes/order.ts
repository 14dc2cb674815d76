/** The order in which one voter sees the items: another one for each voter, the same one each time, so that being first favours nobody. */
const mix = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** `seed`: something that only this voter's device has, with the id of the round. Items keep their order when one is taken away. */
export const voterOrder = <T extends { id: string }>(items: readonly T[], seed: string): T[] =>
  items
    .map((item) => ({ item, place: mix(`${seed}/${item.id}`) }))
    .sort((a, b) => a.place - b.place || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item)
