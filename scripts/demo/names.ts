/** Before the dots: do the names of the groups carry what people wrote? One does not. */
import { type GroupName, groups, type Written } from '../../server/practice/texts/nl/ideas.ts'
import { onPaper } from '../../server/practice/texts/nl/people.ts'
import { must, phoneOf, type Room } from './room.ts'
import { objections } from './texts/names.ts'

/** `named`: what each group is called now. */
export const asksTheAuthors = async (room: Room, named: (group: GroupName) => string): Promise<void> => {
  await must(room.coach, { type: 'cluster.ask', clusters: 'all', asking: true })
  room.say('De telefoons vragen: dekt de naam van deze groep uw idee?')
  const answers = (Object.keys(groups) as GroupName[]).flatMap((group) =>
    (groups[group].ideas as Written[]).filter(([name]) => name !== onPaper).map(([name, text]) => ({ group, name, text })),
  )
  for (const { group, name, text } of room.shuffle(answers)) {
    const words = objections[group]?.find(([who]) => who === name)?.[1]
    const verdict = words === undefined ? { answer: 'yes' } : { answer: 'words', words }
    const command = { type: 'cluster.verify', key: room.keys.get(text), cluster: room.clusters.get(group), name: named(group), ...verdict }
    await must(phoneOf(room, name), command)
    await room.rest(0.1, 0.6)
  }
}
