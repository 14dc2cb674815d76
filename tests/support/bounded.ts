/** A property that fails is made smaller for five minutes at most: without a bound one red test would hold up all others. */
import fc from 'fast-check'

fc.configureGlobal({ interruptAfterTimeLimit: 300_000, markInterruptAsFailure: true })
