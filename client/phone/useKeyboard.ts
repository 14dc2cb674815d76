import { useEffect } from 'react'

const least = 120

/** Some phones lay the keyboard over the page instead of making the page smaller: then the bar is lifted by what is hidden. */
export const useKeyboard = (): void => {
  useEffect(() => {
    const view = window.visualViewport
    if (!view) return
    const root = document.documentElement
    const look = () => {
      // Somebody who has zoomed in with two fingers sees a part of the page, not a keyboard.
      const hidden = view.scale > 1.02 ? 0 : Math.round(window.innerHeight - view.height - view.offsetTop)
      root.style.setProperty('--keyboard', `${hidden > least ? hidden : 0}px`)
    }
    const opened = () => {
      look()
      const field = document.activeElement
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.scrollIntoView({ block: 'nearest' })
    }
    look()
    view.addEventListener('resize', opened)
    view.addEventListener('scroll', look)
    return () => {
      view.removeEventListener('resize', opened)
      view.removeEventListener('scroll', look)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
