/** `npm run pictures`: pictures of all views in all phases. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openBrowser } from '../../tests/support/browser.ts'
import { built } from '../built.ts'
import { above, called, options, WrongCall, whole } from '../players/call.ts'
import { type OwnServer, startServer } from '../players/server.ts'
import { badMoments } from './bad.ts'
import { type Album, type Browsers, camera, largeLetters } from './camera.ts'
import { makeHall } from './hall.ts'
import { type Moment, moments, playAll } from './moments.ts'
import { anyRoom, type Room, rooms } from './plan.ts'
import { writeSheet } from './sheet.ts'
import { type ShotName, shots } from './shots.ts'

const usage = `npm run pictures -- [FOLDER]
  --only     ${[...new Set(Object.values(shots).map(({ view }) => view))].join(' | ')}, or one of: ${Object.keys(shots).join(' ')}
  --moment   ${moments.join(' | ')} | bad (more than once if need be)
  --people N --ideas N   one room of this size, instead of those of the plan
  --minutes N            stop after so long (15)`

/** Everything is real, only quicker: the desk hears of ideas five times a second, and as many as there are may come in. */
const settings = { LIMIT_DESK_BATCH: '200', LIMIT_RATE_PLEIN: '2000', LIMIT_PLEINS_PER_DAY: '100', LIMIT_TAKE_BACK: '600000' }
const host = 'plein.test'

const playRoom = async (
  browsers: Browsers,
  server: OwnServer,
  album: Album,
  room: Room,
  chosen: (name: ShotName, moment: Moment) => boolean,
) => {
  const wanted = (moment: Moment) => room.shots(moment).filter((name) => chosen(name, moment))
  if (!moments.some((moment) => wanted(moment).length > 0)) return
  const group = room.name ?? `${room.people}-people-${room.ideas}-ideas`
  console.log(group)
  const hall = await makeHall(server.url, server.key, room.people, room.ideas, room.said)
  const views = camera(browsers, album, server.url.replace('127.0.0.1', host), hall.made, server.key)
  try {
    // All are there from the beginning, as in a real room; what differs is when they are looked at.
    await views.open(new Set(moments.flatMap(wanted)))
    await playAll(hall, async (moment) => {
      for (const name of wanted(moment)) await views.take(group, moment, name)
    })
  } finally {
    await views.close()
    hall.leave()
  }
}

const callOf = (args: string[]) => {
  const { values, positionals } = options({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      moment: { type: 'string', multiple: true },
      people: { type: 'string' },
      ideas: { type: 'string' },
      minutes: { type: 'string', default: '15' },
    },
  })
  const { only, moment: when } = values
  if (positionals.length > 1) throw new WrongCall('Name one folder.')
  if (only !== undefined && !Object.entries(shots).some(([name, { view }]) => name === only || view === only))
    throw new WrongCall(`There is no view "${only}".`)
  const unknown = when?.find((one) => one !== 'bad' && !moments.includes(one as Moment))
  if (unknown !== undefined) throw new WrongCall(`There is no moment "${unknown}".`)
  return {
    folder: resolve(positionals[0] ?? 'pictures'),
    only,
    when,
    own: values.people !== undefined || values.ideas !== undefined,
    people: whole('people', values.people ?? '27', 1),
    ideas: whole('ideas', values.ideas ?? '40', 0),
    minutes: above('minutes', values.minutes),
  }
}

const main = async (): Promise<number> => {
  const { folder, only, when, own, people, ideas, minutes } = called(usage, callOf)
  const album: Album = { folder, taken: [], missing: [] }
  await mkdir(album.folder, { recursive: true })
  await built()
  const server = await startServer(settings)
  const flags = [`--host-resolver-rules=MAP ${host} 127.0.0.1`]
  const browsers = { usual: await openBrowser(flags), large: await openBrowser([...flags, largeLetters]) }
  const shut = () => Promise.all([browsers.usual.close(), browsers.large.close()])
  const chosen = (name: ShotName, moment: Moment) =>
    (only === undefined || name === only || shots[name].view === only) && (when === undefined || when.includes(moment))
  const chosenRooms = own
    ? [rooms.find((room) => room.said === undefined && room.people === people && room.ideas === ideas) ?? anyRoom(people, ideas)]
    : rooms
  const late = setTimeout(() => {
    album.missing.push({ file: 'the rest', why: `${minutes} minutes were over` })
    void shut()
  }, minutes * 60_000)
  try {
    for (const room of chosenRooms) await playRoom(browsers, server, album, room, chosen)
    if (!own && (when === undefined || when.includes('bad'))) await badMoments(browsers, server, album, host, only)
  } catch (error) {
    album.missing.push({ file: 'the rest', why: error instanceof Error ? error.message : String(error) })
  } finally {
    clearTimeout(late)
    await shut()
    await server.stop()
  }
  const path = await writeSheet(album)
  for (const { file, why } of album.missing) console.error(`not taken: ${file}: ${why}`)
  for (const { file, wide } of album.taken) if (wide > 0) console.error(`scrolls sideways by ${wide} px: ${file}`)
  console.log(`${album.taken.length} pictures: ${path}`)
  return album.missing.length > 0 || album.taken.length === 0 ? 1 : 0
}

process.exitCode = await main()
