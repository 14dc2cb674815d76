import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Most tests wait for sockets, disks and clocks, and need about half of a core each: one more at a time than there are cores, of which
 *  Vitest would leave one alone. */
const maxWorkers = availableParallelism() + 1

/** How long an outcome is waited for, at most. Vitest gives up after a second, which a machine that does other things too may stand still. */
const patience = { poll: { timeout: 20_000 } }

const room = (name: string, extra: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: patience,
    maxWorkers,
    ...extra,
  },
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
      room('http', { testTimeout: 120_000 }),
      room('backup', { testTimeout: 120_000 }),
      room('live', { testTimeout: 120_000 }),
      room('browser', { testTimeout: 900_000, hookTimeout: 120_000, globalSetup: ['tests/support/unpacked.ts'] }),
    ],
  },
})
