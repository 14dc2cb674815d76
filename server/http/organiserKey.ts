/** The key of whoever may make Pleinen on this server: from the setting, else made once and kept in the data folder. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSecret } from '../access/secrets.ts'
import { isGuessable, leastKey } from '../guessable.ts'
import { WrongSetting } from '../settings.ts'

export type OrganiserKey = {
  matches(offered: string): boolean
  /** Path of the file that holds it; `null` when it comes from the setting. */
  file: string | null
  /** By hand, and not drawn: somebody could think of it too. */
  chosen: boolean
  /** Whether looking at this one is rationed. What has the form of a seat's token cannot be a key of another form: a room of phones whose tokens
   *  ended does not keep the organiser behind the same address waiting. */
  rationed(offered: string): boolean
  /** Short, or one that others may think of. */
  guessable: boolean
  /** For the link on a terminal, and for nothing else. */
  reveal(): string
}

/** A header carries visible ASCII only, so any other sign comes percent-encoded; one that was sent as it is counts too. */
const decoded = (offered: string): string => {
  try {
    return decodeURIComponent(offered).normalize('NFC')
  } catch {
    return offered
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const kept = (file: string, make: () => string): string => {
  try {
    // `wx`: two servers that start together must not each believe in a key of their own.
    writeFileSync(file, `${make()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new WrongSetting(
        `The organiser's key cannot be written to ${file} (${(error as NodeJS.ErrnoException).code}); choose a folder in DATA_DIR that can be written to.`,
      )
    }
  }
  let key: string
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    key = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new WrongSetting(
      `${file} is to hold the organiser's key and cannot be read (${(error as NodeJS.ErrnoException).code}); make it a file of the user that runs this server, or set ORGANISER_KEY.`,
    )
  }
  if ([...key].length < leastKey)
    throw new WrongSetting(`${file} holds no organiser's key; remove it and a new one is made, or set ORGANISER_KEY.`)
  return key
}

export const organiserKey = (setting: string | null, dataDir: string, make: () => string): OrganiserKey => {
  const file = setting === null ? join(dataDir, 'organiser.key') : null
  const key = (setting ?? kept(file!, make)).normalize('NFC')
  const expected = digest(key)
  const is = (text: string): boolean => timingSafeEqual(digest(text), expected)
  // What somebody wrote into the file is no drawn one either.
  const chosen = setting !== null || !isSecret(key)
  return {
    file,
    chosen,
    rationed: (offered) => chosen && offered.length >= leastKey && (isSecret(key) || !isSecret(offered)),
    guessable: chosen && isGuessable(key),
    // Both, whatever the first says: how long it takes must not tell which it was.
    matches: (offered) => [is(offered), is(decoded(offered))].includes(true),
    reveal: () => key,
  }
}
