import { onNewDisk } from '../support/stores.ts'
import { blogContract } from './blog.ts'
import { listingContract } from './listing.ts'
import { storeContract } from './store.ts'

storeContract('the store on SQLite', onNewDisk)
blogContract('the store on SQLite', onNewDisk)
listingContract('the store on SQLite', onNewDisk)
