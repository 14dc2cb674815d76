/** What authors say of the names of groups: most find their idea in it, and of one group they do not. */
import type { GroupName } from '../../../server/practice/texts/nl/ideas.ts'
import type { Name } from '../../../server/practice/texts/nl/people.ts'

/** Group → who says no to its first name, and what it should be called instead. Everybody else with an idea in a group says yes. */
export const objections: Partial<Record<GroupName, [Name, string][]>> = {
  staying: [
    ['Bilal', 'Iemand die blijft'],
    ['Dennis', 'Iemand die belt'],
    ['Miriam', 'Iemand die blijft, ook na zijn achttiende'],
  ],
}
