import { onNewDisk } from '../support/stores.ts'
import { storeContract } from './store.ts'

storeContract('the store on SQLite', onNewDisk)
