import { inMemory } from '../support/stores.ts'
import { blogContract } from './blog.ts'
import { listingContract } from './listing.ts'
import { storeContract } from './store.ts'

storeContract('the store in memory', inMemory)
blogContract('the store in memory', inMemory)
listingContract('the store in memory', inMemory)
