import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Ends the output with `N passed, N failed`, which any build service can read. (Vitest asks for a class.) */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state)
      for (const state of states) count[state === 'passed' || state === 'failed' ? state : 'skipped']++
      if (module.state() === 'failed' && !states.includes('failed')) count.failed++
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
  }
}
