import { expect, it } from 'vitest'
import { ownText } from '../../server/store/ownText.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { connect } from '../support/phone.ts'
import { secretOf } from '../support/server.ts'
import { onDisk, read, rowsOf, soon, stored, talk, write } from '../support/talk.ts'

it('N2 S5 an owner opens the own link again: the former token ends within a second, what was written for nobody else comes along sealed, and to no other device', {
  timeout: 60_000,
}, async () => {
  const { server, made, wim, joost } = await talk()
  const own = circleText('own')
  const words = 'Ik lig hier wakker van, kanarie-91c4'
  wim.open(own)
  await write(wim, 'own', 'afraid.owner', words)
  await stored(wim, 'own')
  const again = async (held: readonly string[]) => {
    const answer = await fetch(`${server.origin}/api/v1/claim`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: secretOf(made.links.owner), held }),
    })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { plein: string; token: string }
  }
  // Another device has another token, and reads nothing of it.
  const laptop = await connect(server, 'the other device of Wim', await again([joost.token]))
  const lines = laptop.open(own)
  await expect.poll(() => lines.provider.synced, soon).toBe(true)
  expect(read(laptop, 'own', 'afraid.owner')).toBe('')

  const came = await again([wim.token, joost.token])
  expect(wim.told.byes).toEqual([])
  const back = await connect(server, 'Wim', came)
  await expect.poll(() => wim.told.byes, { timeout: 1000 }).toEqual(['revoked'])
  back.open(own)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe(words)
  await write(back, 'own', 'afraid.owner', ' en nog iets')
  await expect.poll(() => rowsOf(server).filter(ownText.is).length).toBe(1)
  expect(onDisk(server.folder).includes('kanarie-91c4')).toBe(false)
  expect(joost.told.byes).toEqual([])
  for (const secret of [wim.token, came.token, joost.token]) expect(server.log()).not.toContain(secret)

  await server.restart()
  await expect.poll(() => back.socket.connected, soon).toBe(true)
  back.open(own)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe(`${words} en nog iets`)
})
