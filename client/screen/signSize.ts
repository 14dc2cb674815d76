/** Letters by length, so that a long question stays on its plate. */
export const long = (text: string): string =>
  text.length <= 36 ? 'sign-tiny' : text.length <= 80 ? 'sign-short' : text.length <= 180 ? 'sign-middle' : 'sign-long'
