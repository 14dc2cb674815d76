/** Says of a rule whether it holds. The sentence begins with the rule's number and holds no content, no id and no seat: it goes to a log. */
export type Holds = (rule: string, is: boolean) => void
