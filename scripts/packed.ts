import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const worth = /\.(?:js|css|svg)$/
const packers: Record<string, (bytes: Buffer) => Buffer> = {
  '.br': (bytes) =>
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/** Puts beside each file of text in `folder`, and below it, what it is in brotli and in gzip, where that is less. Fonts and pictures are packed already. */
export const pack = (folder: string): void => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && worth.test(entry.name))
  for (const entry of files) {
    const file = join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    for (const [ending, packer] of Object.entries(packers)) {
      const packed = packer(bytes)
      if (packed.length < bytes.length) writeFileSync(file + ending, packed)
    }
  }
}
