/** A real browser made as slow as a cheap phone, and what its main thread costs. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { watch } from './watch.ts'

export type Device = {
  page: Page
  /** How many times as slow as this machine. */
  slow(times: number): Promise<void>
  /** Milliseconds of processor time of the main thread since the page began. */
  busy(): Promise<number>
  /** Bytes that live after the rubbish was taken out. */
  heap(): Promise<number>
  close(): Promise<void>
}
export type Size = { width: number; height: number }
export const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 800 }, screen: { width: 1920, height: 1080 } }

/** 1.6 Mbit/s both ways, 150 ms: the slow 4G of the browsers' own tools. */
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 }

const metric = async (cdp: CDPSession, name: string): Promise<number> =>
  (await cdp.send('Performance.getMetrics')).metrics.find((one) => one.name === name)?.value ?? 0

export const openDevice = async (browser: Browser, viewport: Size, network: 'fast' | 'slow' = 'fast'): Promise<Device> => {
  const context: BrowserContext = await browser.newContext({ viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (network === 'slow') {
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', slowNetwork)
  }
  await watch(page)
  return {
    page,
    slow: async (times) => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate: times })),
    busy: async () => 1000 * (await metric(cdp, 'TaskDuration')),
    heap: async () => {
      await cdp.send('HeapProfiler.collectGarbage')
      return metric(cdp, 'JSHeapUsedSize')
    },
    close: () => context.close(),
  }
}
