/** `npm run demo`: an afternoon in the Oosterhoek, played live so that all views can be watched. */
import { built } from '../built.ts'
import { above, called, options, WrongCall } from '../players/call.ts'
import { type OwnServer, startServer } from '../players/server.ts'
import { playAll } from './play.ts'
import { makeRoom, type Room } from './room.ts'
import { makeTempo } from './tempo.ts'

const usage = 'npm run demo -- [--speed N] [--server URL --organiser-key KEY]'

const linksOf = ({ code, links }: Room['made']): string =>
  [
    '',
    'Open dit naast elkaar:',
    `  scherm                 ${links.screen}`,
    `  pleincoach             ${links.coach}`,
    `  vraagstukeigenaar      ${links.owner}`,
    `  deelnemer (telefoon)   ${links.join}`,
    `  of typ de code         ${code}`,
    '',
  ].join('\n')

const callOf = (args: string[]) => {
  const { values } = options({
    args,
    options: { speed: { type: 'string', default: '1' }, server: { type: 'string' }, 'organiser-key': { type: 'string' } },
  })
  const { speed, server, 'organiser-key': key } = values
  if ((server === undefined) !== (key === undefined)) throw new WrongCall('--server and --organiser-key go together.')
  const elsewhere = server === undefined || key === undefined ? null : { url: server.replace(/\/+$/, ''), key }
  return { speed: above('speed', speed), elsewhere }
}

const main = async (): Promise<number> => {
  const { speed, elsewhere } = called(usage, callOf)
  let own: OwnServer | null = null
  if (elsewhere === null) {
    await built()
    own = await startServer({}, { host: '' })
  }
  const { url: server, key } = elsewhere ?? (own as OwnServer)
  try {
    const tempo = makeTempo(speed)
    const room = await makeRoom(server, key, tempo)
    console.log(linksOf(room.made))
    room.say('Over een halve minuut begint het.')
    await room.rest(30, 30)
    await playAll(room, server)
    for (const person of [room.coach, room.owner, ...room.phones.values()]) person.leave()
    if (own) {
      room.say('De server blijft draaien, zodat u de opbrengst kunt bekijken. Stop met Ctrl+C.')
      // Ctrl+C ends the server and then this process; see `startServer`.
      await new Promise(() => undefined)
    }
    return 0
  } catch (error) {
    console.error(error instanceof Error ? [error.message, (error.cause as Error | undefined)?.message].filter(Boolean).join(': ') : error)
    return 1
  } finally {
    await own?.stop()
  }
}

process.exitCode = await main()
