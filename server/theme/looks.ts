/** Fonts, tokens and icon of the built page, for pages that the server draws itself; its scripts stay out. */
export const looks = (built: string): string =>
  [...built.replace(/<noscript>[\s\S]*?<\/noscript>/g, '').matchAll(/<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*>/g)]
    .map(([link]) => link)
    .join('\n')
