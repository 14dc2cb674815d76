import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output with `N passed, N failed`, which any build service can read. */
const summary: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed') count[state]++
        else count.skipped++
      }
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) count.failed++
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
  },
}
export default summary
