/** Under which a phone keeps its ballot of a round, when it was answered. The server forgets whose ballot was whose when it counts; only the phone can
 *  still say whether a question about one of the items is for its owner. */
export const gavePrefix = 'gave:'
