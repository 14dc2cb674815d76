/** Without line breaks of its own. */
export const flowing = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')

const most = 12
/** More lines of its own than this are run on: five hundred line breaks would be fifty pages of a screen that others wait for, or push a list
 *  off a phone. */
export const within = (text: string): string => (text.split('\n').length > most ? flowing(text) : text)
