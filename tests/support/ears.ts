/** What a screen reader is given: the tree of a page, and what its live regions say. */
import type { Page } from 'playwright-core'

type Node = { role: string; name: string; level: number | null }

const treeOf = async (page: Page): Promise<Node[]> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  // They come level by level; a reader hears them in the order of the page.
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const inOrder = (id: string): typeof nodes => {
    const node = known.get(id)
    return node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap(inOrder)]
  }
  return inOrder(nodes[0]?.nodeId ?? '')
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      level: Number(properties?.find((one) => one.name === 'level')?.value?.value ?? 0) || null,
    }))
}
const controls = new Set(
  'button link textbox checkbox radio combobox tab slider spinbutton switch searchbox listbox menuitem option'.split(' '),
)
const named = new Set(['dialog', 'alertdialog', 'img', 'image', 'tablist', 'radiogroup'])

/** Controls without a name, more or less than one `h1`, a heading that skips a level, no or two `main`. */
export const hardToHear = async (page: Page): Promise<string[]> => {
  const tree = await treeOf(page)
  const found = tree
    .filter(({ role, name }) => (controls.has(role) || named.has(role)) && name === '')
    .map(({ role }) => `${role} without a name`)
  const headings = tree.filter(({ role }) => role === 'heading')
  const first = headings.filter(({ level }) => level === 1)
  if (first.length !== 1) found.push(`${first.length} headings of level 1: ${first.map(({ name }) => name).join(' | ')}`)
  let before = headings[0]?.level ?? 0
  for (const { name, level } of headings) {
    if (name === '') found.push('heading without words')
    if ((level ?? 0) > before + 1) found.push(`heading of level ${level} after ${before}: ${name}`)
    before = level ?? before
  }
  const mains = tree.filter(({ role }) => role === 'main').length
  if (mains !== 1) found.push(`${mains} times main`)
  const title = await page.title()
  if (title.trim() === '') found.push('page without a title')
  return found
}

/** From now on every change of a live region is noted, as it is read out: the words of the whole region after it. */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = []
    const last = new WeakMap<Element, string>()
    const regions = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'
    const said = (region: Element) => (region.textContent ?? '').replace(/\s+/g, ' ').trim()
    for (const region of document.querySelectorAll(regions)) last.set(region, said(region))
    const hear = (region: Element) => {
      const words = said(region)
      if (words === (last.get(region) ?? '')) return
      last.set(region, words)
      if (words !== '') heard.push(words)
    }
    new MutationObserver((changes) => {
      const touched = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(regions)
        if (around) touched.add(around)
        // A polite region that comes with its words in it is not read; an alert is.
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue
          for (const region of [node, ...node.querySelectorAll(regions)]) {
            if (!region.matches(regions)) continue
            if (region.matches('[role="alert"]')) touched.add(region)
            else if (!last.has(region)) last.set(region, said(region))
          }
        }
      }
      for (const region of touched) hear(region)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { heard })
  })

/** What was said since the last time it was asked. */
export const heard = (page: Page): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0))
