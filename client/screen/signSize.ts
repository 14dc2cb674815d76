/** Letters by length, so that a long question stays on its plate: from 11 to 6 hundredths of the height. */
export const long = (text: string): string => (text.length <= 70 ? 'sign-short' : text.length <= 160 ? 'sign-middle' : 'sign-long')
