import { memo, useMemo } from 'react'
import type { Dots } from '../../shared/domain/state.ts'
import type { RoundItemNow } from '../parts/rounds.ts'
import { VoteItem, type VoteItemProps } from './VoteItem.tsx'

type Props = Omit<VoteItemProps, 'item' | 'given'> & { items: readonly RoundItemNow[]; given: Dots }

/** So many items stand in one stretch; a dot makes React look at the items of its own stretch and not at a thousand. */
const stretch = 40

const same = (before: Props, now: Props): boolean =>
  before.items === now.items &&
  before.maximum === now.maximum &&
  before.spent === now.spent &&
  before.barred === now.barred &&
  before.onChange === now.onChange &&
  before.onWhy === now.onWhy &&
  (before.given === now.given || now.items.every(({ id }) => before.given[id] === now.given[id]))

const Stretch = memo(
  ({ items, given, ...all }: Props) =>
    items.map((item) => (
      <li key={item.id}>
        <VoteItem item={item} given={given[item.id] ?? 0} {...all} />
      </li>
    )),
  same,
)

/** A ballot: one list for eyes and ears, however it is drawn. */
export const VoteItems = memo(({ items, ...all }: Props) => {
  const stretches = useMemo(
    () => Array.from({ length: Math.ceil(items.length / stretch) }, (_, at) => items.slice(at * stretch, (at + 1) * stretch)),
    [items],
  )
  return (
    <ul className="plain-list cards">
      {stretches.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
        <Stretch key={at} items={part} {...all} />
      ))}
    </ul>
  )
})
