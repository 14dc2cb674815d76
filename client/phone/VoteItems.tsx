import { memo } from 'react'
import type { Dots } from '../../shared/domain/state.ts'
import type { RoundItemNow } from '../parts/rounds.ts'
import { VoteItem, type VoteItemProps } from './VoteItem.tsx'

type Props = Omit<VoteItemProps, 'item' | 'given'> & { items: readonly RoundItemNow[]; given: Dots }

/** A ballot. What is sending, answered or told meanwhile draws none of it. */
export const VoteItems = memo(({ items, given, ...all }: Props) => (
  <ul className="plain-list cards">
    {items.map((item) => (
      <li key={item.id}>
        <VoteItem item={item} given={given[item.id] ?? 0} {...all} />
      </li>
    ))}
  </ul>
))
