/** The same random histories for every mutant: one that dies must have died of its change. */
import fc from 'fast-check'

fc.configureGlobal({ seed: 20_261_126 })
