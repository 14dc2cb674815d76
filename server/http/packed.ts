/** Files that the build left in smaller forms beside themselves: the smallest that the browser takes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

/** What the build makes (scripts/packed.ts), the smallest first: of two that a browser takes it gets that one. */
const packings = { br: '.br', gzip: '.gz' } as const
const encodings = Object.keys(packings) as (keyof typeof packings)[]
/** One file of this folder, by a plain name: nothing that leads out of it. */
const plain = /^\/[\w-][\w.-]*\.(?:js|css|svg)$/

/** Before `express.static` on the same folder, which then sends the packed file with an ETag of its own. */
export const sendPacked =
  (folder: string): RequestHandler =>
  (req, res, next) => {
    if (!plain.test(req.path)) return next()
    const there = encodings.filter((encoding) => existsSync(join(folder, `${req.path}${packings[encoding]}`)))
    if (there.length === 0) return next()
    res.vary('Accept-Encoding')
    // A part of a packed file is of no use to whoever asked for a part of the file.
    if (req.headers.range !== undefined) return next()
    const packed = there.find((encoding) => req.acceptsEncodings(encoding))
    if (packed === undefined) return next()
    res.type(req.path.slice(req.path.lastIndexOf('.')))
    res.set({ 'Content-Encoding': packed, 'Accept-Ranges': 'none' })
    req.url = `${req.path}${packings[packed]}`
    next()
  }
