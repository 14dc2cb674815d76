/** Dragging, as an extra to choosing and assigning (WCAG 2.2, 2.5.7). The only file that knows the library, and loaded at the desk only. */
import { AutoScroller, DragDropManager, Draggable, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom'

export type Dragging = {
  /** What goes along with this idea: the selection when it is in it. */
  along: (idea: string) => string[]
  /** `null`: the pile. */
  drop: (ideas: string[], group: string | null) => void
  /** What stands at the pointer. */
  label: (ideas: number) => string
}

/** A finger that rests picks up; one that moves scrolls. */
const starts = (event: PointerEvent) =>
  event.pointerType === 'touch'
    ? [new PointerActivationConstraints.Delay({ value: 300, tolerance: 8 })]
    : [new PointerActivationConstraints.Distance({ value: 8 })]

/** Cards are registered when a pointer first comes over them, so that a thousand cost nothing. The answer ends it. */
export const attachDragging = (root: HTMLElement, told: () => Dragging): (() => void) => {
  // No feedback or cursor plugin: they write style sheets, which the content security policy does not let in.
  const manager = new DragDropManager({
    plugins: [AutoScroller],
    sensors: [PointerSensor.configure({ activationConstraints: starts, preventActivation: () => false })],
  })
  const cards = new Map<Element, Draggable>()
  let under: string | null | undefined
  const chip = document.createElement('div')
  chip.className = 'drag-chip'
  chip.setAttribute('aria-hidden', 'true')

  const over = (event: PointerEvent): void => {
    const card = event.target instanceof Element ? event.target.closest('.work-card') : null
    const id = card?.querySelector('[data-idea]')?.getAttribute('data-idea')
    if (!card || !id || manager.dragOperation.source) return
    for (const [element, one] of cards) {
      if (element.isConnected && !(element === card && one.id !== id)) continue
      one.destroy()
      cards.delete(element)
    }
    if (!cards.has(card)) cards.set(card, new Draggable({ id, element: card }, manager))
  }
  /** The group under the pointer, `null` for the pile, `undefined` for neither. What was measured before would be wrong: lists scroll. */
  const follow = ({ clientX, clientY }: { clientX: number; clientY: number }): void => {
    chip.style.transform = `translate(${clientX + 12}px, ${clientY + 12}px)`
    const place = document.elementFromPoint(clientX, clientY)?.closest('[data-group]')
    const now = place && root.contains(place) ? place.getAttribute('data-group') || null : undefined
    if (now === under) return
    under = now
    for (const one of root.querySelectorAll('.drag-over')) one.classList.remove('drag-over')
    if (now !== undefined) place?.classList.add('drag-over')
  }
  /** What stands on the way is not chosen as text: pressed again, it would be dragged as such. The plugin for this writes a style sheet too. */
  const unselect = (): void => getSelection()?.removeAllRanges()
  const away = (): void => {
    document.removeEventListener('pointermove', follow)
    document.removeEventListener('selectionchange', unselect)
    chip.remove()
  }
  const listens = [
    manager.monitor.addEventListener('dragstart', ({ operation }) => {
      chip.textContent = told().label(told().along(String(operation.source?.id)).length)
      document.body.append(chip)
      follow({ clientX: operation.position.current.x, clientY: operation.position.current.y })
      document.addEventListener('pointermove', follow)
      unselect()
      document.addEventListener('selectionchange', unselect)
    }),
    manager.monitor.addEventListener('dragend', ({ operation: { source }, canceled }) => {
      away()
      for (const one of root.querySelectorAll('.drag-over')) one.classList.remove('drag-over')
      if (!canceled && source && under !== undefined) told().drop(told().along(String(source.id)), under)
      under = undefined
    }),
  ]
  root.addEventListener('pointerover', over)
  return () => {
    root.removeEventListener('pointerover', over)
    for (const end of listens) end()
    manager.destroy()
    away()
  }
}
