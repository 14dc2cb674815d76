type Attributes = Record<string, string | number | true | null>

/** `element('p', { class: 'help' }, 'words')`; what is `null` is left out. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  set(made, attributes)
  made.append(...children.filter((child) => child !== null))
  return made
}

export const set = (it: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes))
    if (value === null) it.removeAttribute(name)
    else it.setAttribute(name, value === true ? '' : String(value))
}
