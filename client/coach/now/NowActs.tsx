import type { PhaseKind } from '../../../shared/domain/phases.ts'
import { useLater } from '../../session/later.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { sheetsLater } from '../later.ts'
import { useCards } from '../model.ts'
import { NowRelease } from './NowRelease.tsx'

/** The one or two acts that belong to this kind of phase, and no other. */
export const NowActs = ({ kind }: { kind: PhaseKind }) => {
  const w = useDeskWords()
  const desk = useDesk()
  const come = useLater(sheetsLater, kind === 'vote' || kind === 'plenary')
  switch (kind) {
    case 'checkin':
      return <NowRelease as="checkin" sheet="ideas" />
    case 'ideas':
      return <NowRelease as="idea" sheet="ideas" />
    case 'burst':
      return (
        <>
          <NowRelease as="question" sheet="question" />
          <NowBurst />
        </>
      )
    case 'cluster':
      return <NowGroups />
    case 'vote':
      return come === null ? null : <come.NowVote />
    case 'reframe':
      return (
        <>
          <NowRelease as="proposal" sheet="question" />
          <div className="row">
            <Button onPress={() => desk.open('question')}>{w.now.adopt}</Button>
            <Button onPress={() => desk.open('groups')}>{w.now.groups}</Button>
            <Button onPress={() => desk.open('votes')}>{w.now.vote}</Button>
          </div>
        </>
      )
    case 'write':
      return (
        <div className="row">
          <Button onPress={() => desk.open('question')}>{w.now.write}</Button>
        </div>
      )
    case 'harvest':
      return (
        <>
          <NowRelease as="commitment" sheet="harvest" />
          <NowRelease as="closing" sheet="harvest" />
        </>
      )
    case 'plenary':
      return (
        <div className="row">
          <Button onPress={() => desk.open('groups')}>{w.now.pick}</Button>
          {come === null ? null : <come.NowChoose />}
        </div>
      )
    case 'welcome':
    case 'pause':
      return null
    default:
      return kind satisfies never
  }
}

const NowBurst = () => {
  const come = useLater(sheetsLater)
  return come === null ? null : <come.NowBurst />
}

const NowGroups = () => {
  const w = useDeskWords()
  const desk = useDesk()
  const cards = useCards().filter((card) => card.as === 'idea' && !card.hidden)
  const loose = cards.filter((card) => card.cluster === null).length
  return (
    <div className="row">
      <Button why={cards.length === 0 ? w.now.noIdeas : null} onPress={() => desk.open('groups')}>
        {w.now.groups}
      </Button>
      {cards.length === 0 ? null : <span>{w.groups.loose(loose, cards.length)}</span>}
    </div>
  )
}
