import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Most tests wait for sockets, disks and clocks, and need about half of a core each: one more at a time than there are cores, of which
 *  Vitest would leave one alone. */
const maxWorkers = availableParallelism() + 1

const room = (name: string, extra: Record<string, unknown> = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 20_000, hookTimeout: 30_000, maxWorkers, ...extra },
})

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/summary.ts'],
    projects: [
      room('rules', { testTimeout: 120_000, setupFiles: ['tests/support/bounded.ts'] }),
      room('contract'),
      room('words'),
      room('papers'),
      room('outcome', { testTimeout: 120_000, setupFiles: ['tests/support/bounded.ts'] }),
      room('blog', { testTimeout: 120_000, setupFiles: ['tests/support/bounded.ts'] }),
      room('session'),
      room('simulation', { testTimeout: 300_000 }),
      room('http', { testTimeout: 60_000 }),
      room('backup', { testTimeout: 60_000 }),
      room('live', { testTimeout: 60_000 }),
      // A page that shares its processors takes longer than the second that Vitest waits for an outcome.
      room('browser', {
        testTimeout: 900_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        globalSetup: ['tests/support/unpacked.ts'],
      }),
    ],
  },
})
