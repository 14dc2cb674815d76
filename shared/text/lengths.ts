/** Longest texts, in Unicode code points after NFC. */
export const lengths = {
  /** An idea, a proposal, a commitment, a closing sentence. */
  idea: 500,
  framing: 500,
  /** What the owner takes along. */
  word: 500,
  /** A name that a person chose to give, a perspective, a moment ("before the summer"). */
  name: 40,
  cluster: 80,
  title: 120,
  prompt: 300,
  question: 200,
  /** An answer of the intake that goes to a wider circle, in UTF-16 units as it stands: with three bytes for each it fits a phone's frame. */
  widened: 5000,
} as const
