import { Button } from '../parts/Button.tsx'
import { LinkCard } from '../parts/LinkCard.tsx'
import type { Made } from './api.ts'
import { useOrganiserWords } from './words.ts'

/** The four links, told only now. */
export const Ready = ({ title, made, onDone }: { title: string; made: Made; onDone: () => void }) => {
  const w = useOrganiserWords()
  const cards = [
    [w.links.coach, w.links.coachHelp, made.links.coach],
    [w.links.screen, w.links.screenHelp, made.links.screen],
    [w.links.owner, w.links.ownerHelp, made.links.owner],
    [w.links.participant, w.links.participantHelp, made.links.join],
  ] as const
  return (
    <>
      <h1>{w.ready.heading(title)}</h1>
      <p>{w.ready.help}</p>
      <p>
        {w.ready.code}: <b className="code">{made.code}</b>
      </p>
      <div className="link-cards">
        {cards.map(([name, help, link]) => (
          <LinkCard key={name} name={name} help={help} link={link} words={w.links} />
        ))}
      </div>
      <p>
        <Button tone="main" onPress={onDone}>
          {w.ready.done}
        </Button>
      </p>
    </>
  )
}
