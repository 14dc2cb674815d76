/** The blog of the day after, as it is being written: by the owner, and by coaches for as long as the owner lets them. */
import type { Loaded, Store } from '../store/contract.ts'
import { createText, type Text, type TextParts } from './texts.ts'

export type Blog = {
  text: Text
  /** Coaches may write along. */
  isShared(): boolean
  /** Lets coaches in or puts them out; `false`: it could not be stored, and nothing has changed. */
  share(shared: boolean): Promise<boolean>
}

export type BlogParts = Pick<TextParts, 'plein' | 'log' | 'now' | 'frame' | 'seatOf'> & {
  loaded: Pick<Loaded, 'texts' | 'blogShared'>
  store: Pick<Store, 'commit'>
  /** Who may open it is another now. */
  changed: (shared: boolean) => void
}

export const createBlog = ({ plein, log, loaded, store, now, frame, changed, seatOf }: BlogParts): Blog => {
  let shared = loaded.blogShared === true
  const text = createText({ plein, log, name: 'blog', stored: loaded.texts, store, now, frame, seatOf })
  return {
    text,
    isShared: () => shared,
    share: (wish) =>
      // In the order in which it was asked, and after the words that are being stored.
      text.hold(async () => {
        if (wish === shared) return true
        const result = await store.commit(plein, null, { blog: { shared: wish } }).catch(() => ({ ok: false as const }))
        if (!result.ok) return false
        shared = wish
        changed(shared)
        return true
      }),
  }
}
