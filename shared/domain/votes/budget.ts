/** Of one voter on one item: each is a tap, a letter on a slip, a dot to be drawn and a number of the spread. */
export const mostOnOne = 20

/** How many dots. The suggestion is facilitators' "N/3": a third of the number of items, and at most three of one voter on one item
 *  (freerangelearner.com/teaming/tools/multivot.html). Three to ten of them, since fewer than three makes it a choice of one and more than
 *  ten cannot be overseen on a phone; always fewer than there are items, so that something has to be left out. */
export const suggestBudget = (items: number): number => Math.max(1, Math.min(items - 1, Math.max(3, Math.min(10, Math.ceil(items / 3)))))

/** At most three and at most half of the dots (rounded up), so that one voter's dots say more than one thing. More only when the dots
 *  that a coach asked for would fit nowhere. */
export const suggestMaximum = (budget: number, items: number): number =>
  Math.min(mostOnOne, Math.max(Math.min(3, Math.ceil(budget / 2)), Math.ceil(budget / items)))

/** What was asked for, within what can be spent: dots that fit nowhere, or a maximum above the budget, would be a false promise. */
export const budgetFor = (items: number, budget: number | null, maximum: number | null): { budget: number; maximum: number } => {
  const asked = Math.max(1, budget ?? suggestBudget(items))
  // A phase that was planned when more could be asked for may have more.
  const each = Math.max(1, Math.min(mostOnOne, maximum ?? suggestMaximum(asked, items)))
  const all = Math.min(asked, items * each)
  return { budget: all, maximum: Math.min(each, all) }
}
