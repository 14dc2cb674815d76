import { type RefObject, useEffect } from 'react'

/** When the control that has the focus leaves the page, the browser drops the focus on the body and a keyboard starts at the top again.
 *  The nearest part that is still there takes it: the next Tab goes on from that place. */
export const useFocusKept = (desk: RefObject<HTMLElement | null>, on: boolean): void => {
  useEffect(() => {
    const root = desk.current
    if (!on || root === null) return
    let around: HTMLElement[] = []
    const entered = ({ target }: FocusEvent) => {
      around = []
      for (let part = target instanceof Element ? target : null; part !== null && part !== root; part = part.parentElement)
        if (part instanceof HTMLElement) around.push(part)
    }
    const left = new MutationObserver(() => {
      if (around.length === 0 || around[0]?.isConnected || (document.activeElement ?? document.body) !== document.body) return
      const part = around.find(
        (one) => one.isConnected && one.matches('.moves, section, li, form, nav, main, .middle, header, aside, [role=tabpanel]'),
      )
      around = []
      if (part === undefined) return
      if (!part.hasAttribute('tabindex')) part.tabIndex = -1
      part.focus({ preventScroll: true })
    })
    root.addEventListener('focusin', entered)
    left.observe(root, { childList: true, subtree: true })
    return () => {
      root.removeEventListener('focusin', entered)
      left.disconnect()
    }
  }, [desk, on])
}
