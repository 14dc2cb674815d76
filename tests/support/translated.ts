import type { Page } from 'playwright-core'

/** What a browser does that translates a page: each text, also one that comes later, gives its place to an element of the browser's own. */
export const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ours = '[translate=no], textarea, script, style, font'
    const one = (text: Text) => {
      if (text.parentElement === null || text.data.trim() === '' || text.parentElement.closest(ours)) return
      const outer = document.createElement('font')
      const inner = document.createElement('font')
      outer.append(inner)
      inner.textContent = `«${text.data}»`
      text.replaceWith(outer)
    }
    const all = (root: Node) => {
      const texts: Text[] = root instanceof Text ? [root] : []
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let text = walk.nextNode(); text !== null; text = walk.nextNode()) texts.push(text as Text)
      for (const text of texts) one(text)
    }
    all(document.body)
    new MutationObserver((changes) => {
      for (const { target, type, addedNodes } of changes) for (const node of type === 'characterData' ? [target] : addedNodes) all(node)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
