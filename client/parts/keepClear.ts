/** More than this share of a device's height is too much to lie over a page: very large letters, or much to tell at once. */
const share = 0.4

/** The page keeps the height of this bar free below its text, until the function that comes back is called. */
export const keepClear = (bar: HTMLElement): (() => void) => {
  const places = [document.documentElement, bar.closest('main')]
  const look = () => {
    const still = bar.offsetHeight > share * screen.height
    bar.toggleAttribute('data-still', still)
    for (const place of places) place?.style.setProperty('--bar', still ? '0px' : `${bar.offsetHeight}px`)
  }
  const watch = new ResizeObserver(look)
  watch.observe(bar)
  look()
  return () => {
    watch.disconnect()
    for (const place of places) place?.style.removeProperty('--bar')
  }
}
