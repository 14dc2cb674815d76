import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'

const listOf = (box: Element): HTMLElement | null => box.closest<HTMLElement>('[data-list]')
const boxesOf = (list: Element | null): HTMLInputElement[] => [...(list?.querySelectorAll<HTMLInputElement>('[data-idea]') ?? [])]
export const ideaOf = (element: Element | null): string | null => element?.getAttribute('data-idea') ?? null

const focusOn = (element: HTMLElement) => {
  element.focus({ preventScroll: true })
  ;(element.closest('li') ?? element).scrollIntoView({ block: 'nearest' })
}

/** Where the focus goes when the idea under it leaves its list: to the next one, never to nowhere. The place is kept when somebody
 *  else moved the idea, too. */
export const useLanding = (root: RefObject<HTMLElement | null>) => {
  const held = useRef<Element | null>(null)
  const place = useRef<{ list: string; ids: (string | null)[]; at: number } | null>(null)

  const mark = useCallback((box: Element) => {
    const list = listOf(box)
    const boxes = boxesOf(list)
    place.current = { list: list?.dataset['list'] ?? '', ids: boxes.map(ideaOf), at: boxes.indexOf(box as HTMLInputElement) }
  }, [])
  const land = useCallback(() => {
    const { list = '', ids = [], at = 0 } = place.current ?? {}
    const now = new Map(boxesOf(root.current?.querySelector(`[data-list="${CSS.escape(list)}"]`) ?? null).map((box) => [ideaOf(box), box]))
    const order = [...ids.slice(at), ...ids.slice(0, at).reverse()]
    const next = order.find((id) => now.has(id))
    const target =
      (next === undefined ? null : now.get(next)) ?? boxesOf(root.current)[0] ?? root.current?.querySelector<HTMLElement>('[data-landing]')
    if (target) focusOn(target)
  }, [root])
  /** `null` when the list ends there. */
  const walk = useCallback(
    (step: 1 | -1) => {
      const box = document.activeElement
      if (box === null || ideaOf(box) === null) return land()
      const boxes = boxesOf(listOf(box))
      const next = boxes[boxes.indexOf(box as HTMLInputElement) + step]
      if (next) focusOn(next)
    },
    [land],
  )
  const go = useCallback(
    (idea: string) => {
      const box = root.current?.querySelector<HTMLElement>(`[data-idea="${CSS.escape(idea)}"]`)
      if (box) focusOn(box)
    },
    [root],
  )
  useEffect(() => {
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      held.current = target
      if (ideaOf(target) !== null) mark(target)
    }
    const sheet = root.current
    sheet?.addEventListener('focusin', focused)
    return () => sheet?.removeEventListener('focusin', focused)
  }, [root, mark])
  useLayoutEffect(() => {
    if (held.current !== null && !held.current.isConnected && document.activeElement === document.body) land()
  })
  return useMemo(() => ({ mark, land, walk, go }), [mark, land, walk, go])
}
export type Landing = ReturnType<typeof useLanding>
