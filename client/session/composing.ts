/** The field in which a keyboard is in the middle of a syllable. */
let field: EventTarget | null | undefined
const tell = ({ type, target }: Event): void => {
  field = type === 'compositionend' ? undefined : target
}
for (const type of ['compositionstart', 'compositionend']) addEventListener(type, tell, true)

const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const type of ['compositionend', 'focusout']) addEventListener(type, () => resolve(), { once: true })
  })

/** What is being composed is sent as it stands: a phone on which a tapped button takes no focus would go on composing, and the field stay full. */
export const endComposing = (): void => {
  if (field instanceof HTMLElement && field === document.activeElement) field.blur()
}

/** Resolves when none is: what is written into a field meanwhile stays on top of what is being composed there, and doubles it. A field that was left
 *  or taken away does not always say that it ended. */
export const composed = async (): Promise<void> => {
  while (field === document.activeElement) await ended()
}
