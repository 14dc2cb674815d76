/** A name in a folder is on disk when the folder is. */
import { closeSync, fsyncSync, openSync } from 'node:fs'

export const syncFile = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export const syncFolder = (path: string): void => {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
