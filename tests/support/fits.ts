/** Whether a page fits: what a reader with large letters, a small phone or long words runs into. Every finding is a sentence. */
import type { Locator, Page } from 'playwright-core'

/** Scrolls sideways, or holds text that is cut off. */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const over = document.documentElement.scrollWidth - window.innerWidth
    if (over > 0) found.push(`scrolls sideways by ${over} px`)
    for (const it of document.querySelectorAll<HTMLElement>('body *')) {
      if (it.closest('.for-ears, .skip, [hidden], [inert], svg') || it.tagName === 'TEXTAREA' || it.tagName === 'INPUT') continue
      const { width, height, right, left } = it.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      const name = `${it.tagName.toLowerCase()}.${it.className} “${(it.textContent ?? '').trim().slice(0, 40)}”`
      const style = getComputedStyle(it)
      // Lines that are counted are meant to end; the whole stands elsewhere.
      // What is folded has a button under it that says so.
      const meant = style.webkitLineClamp !== 'none' || it.closest('[data-folded]') !== null
      const cut = (axis: string) => (axis === 'hidden' || axis === 'clip') && !meant
      // What a page of the screen does not show stands beside it, behind its edge.
      let paged = false
      for (let up = it.parentElement; up !== null && up !== document.body; up = up.parentElement)
        paged ||= getComputedStyle(up).overflowX === 'hidden'
      const own = [...it.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim())
      // What lies in the margin of a clip is painted.
      const painted = 1 + (style.overflowX === 'clip' ? Number.parseFloat(style.overflowClipMargin) || 0 : 0)
      if (own && cut(style.overflowX) && it.scrollWidth > it.clientWidth + painted) found.push(`cut off at the side: ${name}`)
      if (own && cut(style.overflowY) && it.scrollHeight > it.clientHeight + painted) found.push(`cut off below: ${name}`)
      const scroller = it.closest('[class*="scroll"], [role="tablist"], nav, table, pre')
      if (own && scroller === null && !paged && over <= 0 && (right > window.innerWidth + 1 || left < -1) && style.position !== 'fixed')
        found.push(`beyond the edge: ${name}`)
    }
    return [...new Set(found)].slice(0, 8)
  })

/** In reach: scrolled to, nothing lies over the middle of it. */
export const covered = async (target: Locator): Promise<string[]> => {
  await target.scrollIntoViewIfNeeded()
  // What comes into view is laid out then, and may be higher than it was taken for.
  await target.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await target.scrollIntoViewIfNeeded()
  return target.evaluate((it) => {
    const { left, top, width, height } = it.getBoundingClientRect()
    const over = document.elementFromPoint(left + width / 2, top + height / 2)
    if (over !== null && (it === over || it.contains(over))) return []
    return [
      `covered: “${it.textContent?.trim().slice(0, 40)}” by ${over === null ? 'the edge' : `${over.tagName.toLowerCase()}.${over.className}`}`,
    ]
  })
}
