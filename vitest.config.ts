import { defineConfig } from 'vitest/config'

const room = (name: string, extra: Record<string, unknown> = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 20_000, hookTimeout: 30_000, ...extra },
})

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/summary.ts'],
    projects: [
      room('rules'),
      room('contract'),
      room('words'),
      room('papers'),
      room('outcome'),
      room('session'),
      room('simulation', { testTimeout: 120_000 }),
      room('http', { testTimeout: 60_000 }),
      room('backup', { testTimeout: 60_000 }),
      room('live', { testTimeout: 60_000 }),
      room('browser', { testTimeout: 900_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
