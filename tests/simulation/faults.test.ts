import { describe, expect, it } from 'vitest'
import { noticed, planted } from './planted.ts'

describe('the simulation notices within a thousand short schedules', () => {
  it.each(Object.keys(planted))('L1 L2 L3 a room that %s', async (fault) => {
    const found = await noticed(fault, 1, 1000)
    console.log(`noticed: ${JSON.stringify(found)}`)
    expect(found).not.toBeNull()
  })
})
