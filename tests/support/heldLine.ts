import type { Page } from 'playwright-core'

/** What the server says to this page waits until `goesOn`: as on a line over which two press in the same moment. */
export const heldLine = async (page: Page) => {
  let waiting: (() => void)[] | null = null
  await page.routeWebSocket(/./, (line) => {
    const server = line.connectToServer()
    server.onMessage((message) => {
      if (waiting === null) line.send(message)
      else waiting.push(() => line.send(message))
    })
  })
  return {
    holds: () => {
      waiting = []
    },
    goesOn: () => {
      const held = waiting ?? []
      waiting = null
      for (const one of held) one()
    },
  }
}
