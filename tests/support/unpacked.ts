/** Once, before any test: two that begin side by side would unpack the browser over one another. */
import { openBrowser } from './browser.ts'

export default async (): Promise<void> => {
  const browser = await openBrowser()
  await browser.close()
}
