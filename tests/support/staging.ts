import { expect } from 'vitest'
import { stageText } from '../../shared/wire/messages.ts'
import type { Phone } from './phone.ts'

/** Written before the room, as somebody at a desk would. */
export const writesBefore = async (who: Phone, words: string): Promise<void> => {
  const { doc, provider } = who.open(stageText)
  await expect.poll(() => provider.synced, { timeout: 20_000 }).toBe(true)
  doc.getText('text').insert(0, words)
}
