/** The blog of the day after as SQL. */
import type { Locale, PleinId } from '../../../shared/domain/state.ts'
import type { BlogChange, BlogPage, DueReminder, ReminderState, StoredBlog } from '../blog.ts'
import type { Sql } from './sql.ts'

/** Another Plein has this address, or the reminder that it is about is gone. */
export const blogConflicts = ({ get }: Sql, plein: PleinId, { publish, mark }: BlogChange): boolean =>
  (publish !== undefined && get('SELECT plein FROM blogs WHERE slug = ? AND plein <> ?', publish.slug, plein) !== undefined) ||
  (mark !== undefined && get('SELECT plein FROM blogs WHERE plein = ? AND reminder_id = ?', plein, mark.id) === undefined)

export const takePageBack = ({ run }: Sql, plein: PleinId, at: number): boolean =>
  Number(run('UPDATE blogs SET page = NULL WHERE plein = ? AND page IS NOT NULL AND published_at <= ?', plein, at).changes) > 0

export const forgetAddress = ({ run }: Sql, plein: PleinId, id: string, as: ReminderState | null): boolean =>
  Number(
    run('UPDATE blogs SET reminder = ?, reminder_id = NULL, address = NULL WHERE plein = ? AND reminder_id = ?', as, plein, id).changes,
  ) > 0

/** Inside the transaction of the commit. */
export const writeBlog = (on: Sql, plein: PleinId, { shared, publish, takeBack, remind, mark, forget }: BlogChange): void => {
  const { run } = on
  run('INSERT INTO blogs (plein) VALUES (?) ON CONFLICT (plein) DO NOTHING', plein)
  if (shared !== undefined) run('UPDATE blogs SET shared = ? WHERE plein = ?', shared ? 1 : 0, plein)
  if (publish)
    run(
      'UPDATE blogs SET slug = ?, page = ?, published_at = ? WHERE plein = ?',
      publish.slug,
      JSON.stringify(publish.page),
      publish.page.at,
      plein,
    )
  if (takeBack !== undefined) takePageBack(on, plein, takeBack)
  if (remind)
    run(
      "UPDATE blogs SET reminder = 'waiting', reminder_id = ?, address = ?, again = 0, tries = 0 WHERE plein = ?",
      remind.id,
      remind.address,
      plein,
    )
  if (mark)
    run(
      'UPDATE blogs SET reminder = ?, again = ?, tries = ? WHERE plein = ? AND reminder_id = ?',
      mark.state,
      mark.again,
      mark.tries,
      plein,
      mark.id,
    )
  if (forget) forgetAddress(on, plein, forget.id, forget.as)
}

export const readBlog = ({ get }: Sql, plein: PleinId): StoredBlog | null => {
  if (!get('SELECT plein FROM pleins WHERE plein = ?', plein)) return null
  const row = get('SELECT shared, slug, page, published_at, reminder FROM blogs WHERE plein = ?', plein)
  if (!row) return { shared: false, slug: null, page: null, lastAt: null, reminder: null }
  return {
    shared: Number(row['shared']) === 1,
    slug: row['slug'] === null ? null : String(row['slug']),
    page: row['page'] === null ? null : (JSON.parse(String(row['page'])) as BlogPage),
    lastAt: row['published_at'] === null ? null : Number(row['published_at']),
    reminder: row['reminder'] === null ? null : (String(row['reminder']) as ReminderState),
  }
}

export const readPage = ({ get }: Sql, slug: string): (BlogPage & { retainUntil: number }) | null => {
  const row = get('SELECT page, retain_until FROM blogs JOIN pleins USING (plein) WHERE slug = ? AND page IS NOT NULL', slug)
  return row ? { ...(JSON.parse(String(row['page'])) as BlogPage), retainUntil: Number(row['retain_until']) } : null
}

export const readReminders = ({ all }: Sql): DueReminder[] =>
  all(
    `SELECT plein, reminder, reminder_id, address, again, tries, title, locale, closed_at, retain_until
     FROM blogs JOIN pleins USING (plein) WHERE address IS NOT NULL ORDER BY plein`,
  ).map((row) => ({
    plein: String(row['plein']),
    id: String(row['reminder_id']),
    address: String(row['address']),
    state: String(row['reminder']) as DueReminder['state'],
    again: Number(row['again']),
    tries: Number(row['tries']),
    title: String(row['title']),
    locale: String(row['locale']) as Locale,
    closedAt: row['closed_at'] === null ? null : Number(row['closed_at']),
    retainUntil: Number(row['retain_until']),
  }))
