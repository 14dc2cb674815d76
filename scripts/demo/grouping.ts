/** The room says what belongs together, the coach moves it. Also what goes wrong on the way. */

import { edited, type GroupName, groups, late } from '../../server/practice/texts/nl/ideas.ts'
import { asksTheAuthors } from './names.ts'
import { go, ideaOf, must, phoneOf, type Room, write } from './room.ts'

const names = Object.keys(groups) as GroupName[]
/** What the groups are called at first, before the room finds better words. */
const earlier: Partial<Record<GroupName, string>> = { staying: 'Te veel wisselingen', pride: 'Trots' }

/** About a daughter who is afraid; for a moment it lands among what makes people proud. */
const strayed = groups.safety.ideas[1]?.[1] ?? ''

const makeGroup = async (room: Room, name: GroupName): Promise<void> => {
  const ideas = groups[name].ideas.map(([, text]) => ideaOf(room, text))
  const { cluster } = await must(room.coach, { type: 'cluster.create', name: earlier[name] ?? groups[name].name, ideas: ideas.slice(0, 2) })
  room.clusters.set(name, String(cluster))
  for (const idea of ideas.slice(2)) {
    await room.rest(0.5, 2)
    await must(room.coach, { type: 'ideas.assign', ideas: [idea], cluster })
  }
  room.say(`Groep: ${earlier[name] ?? groups[name].name}`)
}

/** Two texts change after they were shared: one comes late, one gets better words. */
const changes = async (room: Room, ideasPhase: string): Promise<void> => {
  await write(room, late[0], 'idea', ideasPhase, late[1])
  const [name, before] = edited.before
  await must(phoneOf(room, name), { type: 'idea.edit', key: room.keys.get(before), text: edited.after })
  const { desk } = room.coach
  await desk?.until(() => {
    const waiting = desk.map<{ edit: string | null }>('ideas')
    return waiting.has(ideaOf(room, late[1])) && waiting.get(ideaOf(room, before))?.edit === edited.after
  }, 'the desk has heard of a late idea and of new words')
  await room.rest(2, 4)
  await must(room.coach, { type: 'ideas.release', ideas: [ideaOf(room, late[1])] })
  await must(room.coach, { type: 'edit.release', idea: ideaOf(room, before) })
  await must(room.coach, { type: 'ideas.assign', ideas: [ideaOf(room, late[1])], cluster: room.clusters.get('money') })
  room.say('Een idee dat later kwam en een verbeterde tekst zijn gedeeld.')
}

export const grouping = async (room: Room, ideasPhase: string): Promise<void> => {
  await go(room, 'Groeperen: wat hoort bij elkaar?')
  for (const name of names) {
    await makeGroup(room, name)
    await room.rest(2, 5)
  }
  await must(room.coach, { type: 'ideas.assign', ideas: [ideaOf(room, strayed)], cluster: room.clusters.get('pride') })
  await room.rest(2, 4)
  await must(room.coach, { type: 'undo' })
  room.say('Een idee ging naar de verkeerde groep. De pleincoach maakt dat ongedaan.')
  await asksTheAuthors(room, (name) => earlier[name] ?? groups[name].name)
  for (const name of Object.keys(earlier) as GroupName[]) {
    await room.rest(2, 4)
    await must(room.coach, { type: 'cluster.rename', cluster: room.clusters.get(name), name: groups[name].name })
    room.say(`Groep heet nu: ${groups[name].name}`)
  }
  await room.rest(2, 4)
  await must(room.coach, { type: 'cluster.merge', from: room.clusters.get('honour'), into: room.clusters.get('pride') })
  room.say('Twee groepen blijken over hetzelfde te gaan en worden er één.')
  await changes(room, ideasPhase)
  await room.rest(6, 8)
}
