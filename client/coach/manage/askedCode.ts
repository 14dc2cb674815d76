const mark = '#scherm:'
/** The code that a screen's picture led here with; '' when there is none. */
export const askedCode = (): string => (location.hash.startsWith(mark) ? location.hash.slice(mark.length) : '')
