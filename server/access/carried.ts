/** An owner who opens the own link again gets another token, and with it another key: what that device wrote for nobody else (N2) goes along. */
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import { ownBound, resealOwn } from '../keys/own.ts'
import type { Store, StoredText } from '../store/contract.ts'
import { ownText } from '../store/ownText.ts'
import type { Bearer } from './contract.ts'

/** To be stored with the new seat, in the same commit in which the former ones go. */
export const carriedAlong = async (
  store: Pick<Store, 'load'>,
  plein: PleinId,
  before: readonly Bearer[],
  to: { seat: SeatId; own: Uint8Array },
): Promise<StoredText[]> => {
  const owners = before.filter(({ own }) => own !== undefined)
  if (owners.length === 0) return []
  const texts = (await store.load(plein))?.texts ?? []
  const name = ownText.of(to.seat)
  return owners.flatMap(({ seat, own }) =>
    texts
      .filter(({ text }) => text === ownText.of(seat))
      .flatMap((row) => {
        const from = { key: own!, bound: ownBound(plein, row.text), bytes: row.update }
        const update = resealOwn(from, { key: to.own, bound: ownBound(plein, name) })
        return update === null ? [] : [{ ...row, text: name, update }]
      }),
  )
}
