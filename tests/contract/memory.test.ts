import { inMemory } from '../support/stores.ts'
import { storeContract } from './store.ts'

storeContract('the store in memory', inMemory)
