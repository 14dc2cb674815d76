/** A browser that translates a page puts an element of its own in the place of each text (Chrome: `<font>`). React keeps the texts that it made: what
 *  they say from then on reaches nobody ("Wacht op verbinding" for ever), and taking one away throws. So before such a text is changed or moved it is put
 *  back in its place; the browser then translates what it says now. A text that is all there is in its element needs none of this. */
export {}

const inPlaceOf = new WeakMap<Node, Element>()
const given = new WeakSet<Node>()
const bring = <N extends Node | null>(text: N): N => {
  const there = text === null ? undefined : inPlaceOf.get(text)
  if (text === null || there === undefined) return text
  inPlaceOf.delete(text)
  if (there.isConnected) there.replaceWith(text)
  return text
}
const heard = new WeakSet<Node>()
const hear = (parent: Node) => {
  if (heard.has(parent)) return
  heard.add(parent)
  const { insertBefore, appendChild, removeChild } = parent
  parent.insertBefore = (one, before) => insertBefore.call(parent, bring(one), bring(before)) as typeof one
  parent.appendChild = (one) => appendChild.call(parent, bring(one)) as typeof one
  parent.removeChild = (one) => removeChild.call(parent, bring(one)) as typeof one
}
new MutationObserver((changes) => {
  for (const { target, removedNodes, addedNodes, previousSibling, nextSibling } of changes)
    for (const text of removedNodes) {
      if (!(text instanceof Text) || text.isConnected) continue
      // Beside it stands, perhaps, what was put in the place of another text.
      const there = [...addedNodes, previousSibling, nextSibling].find((one) => one?.nodeName === 'FONT' && !given.has(one))
      if (!there) continue
      given.add(there)
      inPlaceOf.set(text, there as HTMLElement)
      hear(target)
      Object.defineProperty(text, 'nodeValue', {
        configurable: true,
        get: () => text.data,
        set: (words: string) => {
          bring(text).data = words
        },
      })
    }
}).observe(document.body, { childList: true, subtree: true })
