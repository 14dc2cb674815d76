/** The first picture of a document, asked without what `fetch` would add or unpack by itself. */
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { Phone } from './phone.ts'

export type Got = { status: number; headers: Record<string, string | string[] | undefined>; bytes: Buffer }
type Wanted = { token: string; plein: string; document: string; accept?: string }

export const askPicture = (origin: string, { token, plein, document, accept }: Wanted): Promise<Got> =>
  new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}`, ...(accept === undefined ? {} : { 'Accept-Encoding': accept }) }
    const path = `${origin}/api/v1/pleins/${plein}/documents/${encodeURIComponent(document)}`
    const asked = request(path, { headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }))
    })
    asked.on('error', reject)
    asked.end()
  })

export const unpacked = ({ headers, bytes }: Pick<Got, 'headers' | 'bytes'>): Buffer => {
  const packing = headers['content-encoding']
  if (packing === 'br') return brotliDecompressSync(bytes)
  return packing === 'gzip' ? gunzipSync(bytes) : bytes
}

export const docOf = (update: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** Joost opens the Plein and writes so many ideas of 300 characters, which everybody sees at once. */
export const fillBoard = async (joost: Phone, count: number): Promise<{ phase: string; ideas: string[] }> => {
  const ok = async (command: Parameters<Phone['ask']>[0]) => {
    const answer = await joost.ask(command)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer as unknown as Record<string, unknown>
  }
  await ok({ type: 'plein.open' })
  const { phase } = (await ok({ type: 'phase.play', kind: 'ideas', settings: { hidden: false } })) as { phase: string }
  const ideas: string[] = []
  for (let number = 0; number < count; number += 1) {
    const text = `Idee ${number}: meer licht bij de trap naar het water. ${number ** 5} `.padEnd(300, `${number}-`)
    const { idea } = (await ok({ type: 'idea.enter', as: 'idea', text, phase })) as { idea: string }
    ideas.push(idea)
  }
  return { phase, ideas }
}
