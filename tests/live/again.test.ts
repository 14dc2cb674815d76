import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { ownText } from '../../server/store/ownText.ts'
import { closes } from '../../shared/wire/closes.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { atWork } from '../support/atWork.ts'
import { connect } from '../support/phone.ts'
import { secretOf } from '../support/server.ts'
import { onDisk, read, rowsOf, soon, stored, talk, write } from '../support/talk.ts'

it('N2 S5 an owner opens the own link again: the former token ends within a second, what was written for nobody else comes along sealed, and to no other device', async () => {
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
  const since = atWork()
  const back = await connect(server, 'Wim', came)
  await expect.poll(() => wim.told.byes).toEqual(['revoked'])
  expect(since()).toBeLessThan(1000)
  back.open(own)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe(words)
  await write(back, 'own', 'afraid.owner', ' en nog iets')
  await expect.poll(() => rowsOf(server).filter(ownText.is).length).toBe(1)
  expect(onDisk(server.folder).includes('kanarie-91c4')).toBe(false)
  expect(joost.told.byes).toEqual([])
  for (const secret of [wim.token, came.token, joost.token]) expect(server.log()).not.toContain(secret)

  const id = back.hello().textClient
  await server.restart()
  await expect.poll(() => back.hello().textClient, soon).not.toBe(id)
  back.open(own)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe(`${words} en nog iets`)
})

it('N2 L1 what an owner writes in the former tab between opening the link and using it is kept on the device and not lost after it was told as stored', async () => {
  const { server, made, wim } = await talk()
  const own = circleText('own')
  wim.open(own)
  await write(wim, 'own', 'afraid.owner', 'Voor het eerst')
  const answer = await fetch(`${server.origin}/api/v1/claim`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(made.links.owner), held: [wim.token] }),
  })
  const came = (await answer.json()) as { plein: string; token: string }
  const told = wim.told.saved.length
  const text = wim.opened(own).doc.getText('afraid.owner')
  text.insert(text.length, ', en nu nog iets')
  await expect.poll(() => wim.opened(own).closes, soon).toContain(closes.slow)
  const vectors = wim.told.saved.slice(told).map(({ vector }) => Y.decodeStateVector(Buffer.from(vector, 'base64')))
  const clock = Y.getState(wim.opened(own).doc.store, wim.opened(own).doc.clientID)
  expect(vectors.filter((vector) => vector.get(wim.opened(own).doc.clientID) === clock)).toEqual([])

  const back = await connect(server, 'Wim', came)
  await expect.poll(() => wim.told.byes, soon).toEqual(['revoked'])
  back.open(own)
  await expect.poll(() => read(back, 'own', 'afraid.owner'), soon).toBe('Voor het eerst')
  await write(back, 'own', 'afraid.owner', ', en verder')
})
