/** A command of the operator makes files that only its own user can read, and the server may be another one: `sudo npm run restore` would leave
 *  a database that it cannot open. */
import { existsSync, statSync } from 'node:fs'
import { file } from '../store/sqlite/open.ts'

/** A sentence when what this user makes in the folder of the data is of no use to the server; `null`: it is. `me`: absent on Windows. */
export const ofAnother = (dataDir: string, me: number | undefined = process.getuid?.()): string | null => {
  const what = [file(dataDir), dataDir].find((path) => existsSync(path))
  if (me === undefined || what === undefined) return null
  const { uid } = statSync(what)
  // A folder alone may be shared by its group; of root nobody else can read what is made.
  if (uid === me || (what === dataDir && me !== 0)) return null
  return `${what} belongs to the user with number ${uid}, and this is number ${me}: the server could not read what is made now. Run it as that user: sudo -u '#${uid}' …. Nothing has changed.`
}
