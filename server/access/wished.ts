/** A Plein that was asked for under an id of its own: asked again, because the answer was lost, it is the same one. What the server keeps for it are
 *  hashes. Its links hold what the id and the Plein make together, so they can be told again and stand nowhere. */
import type { PleinId } from '../../shared/domain/state.ts'
import type { Store, StoredAnswer, StoredLink } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import type { LinkRole, Wish, Wished } from './contract.ts'

type Chance = Pick<ServerWorld, 'hash'>

export const wishLink = ({ hash }: Chance, { id }: Wish): StoredLink => ({ kind: 'wish', value: hash(`wish ${id}`) })
export const wishAnswer = ({ hash }: Chance, { id, body }: Wish): StoredAnswer => ({
  key: hash(`wish-body ${id}`),
  digest: hash(body),
  answer: '{"ok":true}',
})
/** 256 bits, as those that are drawn. With the id of the Plein in it: deleted, and wished for once more, it has other links. */
export const wishedSecret = ({ hash }: Chance, { id }: Wish, plein: PleinId, role: LinkRole): string =>
  Buffer.from(hash(`${role} ${plein} ${id}`), 'hex').toString('base64url')

export const wished =
  (store: Pick<Store, 'load' | 'pleinByLink'>, world: Chance) =>
  async (wish: Wish): Promise<Wished | 'other' | null> => {
    const plein = await store.pleinByLink(wishLink(world, wish))
    const loaded = plein === null ? null : await store.load(plein)
    if (plein === null || loaded === null) return null
    const { key, digest } = wishAnswer(world, wish)
    const value = (kind: StoredLink['kind']): string | undefined => loaded.links.find((link) => link.kind === kind)?.value
    const secretOf = (role: LinkRole): string => wishedSecret(world, wish, plein, role)
    const secrets = { coach: secretOf('coach'), owner: secretOf('owner'), screen: secretOf('screen') }
    const same = loaded.answers.some((one) => one.key === key && one.digest === digest)
    // A link that was made anew since is not told here: whoever made it has it.
    const stand = (['coach', 'owner', 'screen'] as const).every((role) => value(role) === world.hash(secrets[role]))
    if (!same || !stand) return 'other'
    const [code, ticket] = [value('code'), value('ticket')]
    return { plein, secrets, join: code === undefined || ticket === undefined ? null : { code, ticket } }
  }
