import { LinkCard } from '../parts/LinkCard.tsx'
import type { Made } from './api.ts'
import { linksOf } from './links.ts'
import { useOrganiserWords } from './words.ts'

export const Links = ({ made }: { made: Made }) => {
  const w = useOrganiserWords()
  return (
    <div className="link-cards">
      {linksOf(made).map(([role, link]) => (
        <LinkCard key={role} name={w.links[role]} help={w.links[`${role}Help`]} link={link} words={w.links} />
      ))}
    </div>
  )
}
