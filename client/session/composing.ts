/** The field in which a keyboard is in the middle of a syllable. */
let field: EventTarget | null | undefined
const tell = ({ type, target }: Event): void => {
  field = type === 'compositionend' ? undefined : target
}
for (const type of ['compositionstart', 'compositionend']) addEventListener(type, tell, true)

/** Resolves when none is: what is written into a field meanwhile stays on top of what is being composed there, and doubles it. A field that was taken
 *  away does not say that it ended. */
export const composed = async (): Promise<void> => {
  while (field === document.activeElement) await new Promise((resolve) => addEventListener('compositionend', resolve, { once: true }))
}
