import { defineConfig } from 'vitest/config'

/** The tests of the rules alone, with fewer random runs, for `npm run mutate`. */
export default defineConfig({
  test: {
    include: ['tests/rules/**/*.test.ts'],
    setupFiles: ['scripts/mutate/seed.ts'],
    env: { RUNS_DIVIDED_BY: '8' },
    testTimeout: 20_000,
  },
})
