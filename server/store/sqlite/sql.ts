/** Statements, each prepared once. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

export type Run = (sql: string, ...values: SQLInputValue[]) => { changes: number | bigint }
export type Get = (sql: string, ...values: SQLInputValue[]) => Record<string, unknown> | undefined
export type All = (sql: string, ...values: SQLInputValue[]) => Record<string, unknown>[]
export type Sql = { run: Run; get: Get; all: All }

export const sql = (database: DatabaseSync): Sql => {
  const prepared = new Map<string, StatementSync>()
  const statement = (text: string): StatementSync => {
    const known = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, known)
    return known
  }
  return {
    run: (text, ...values) => statement(text).run(...values),
    get: (text, ...values) => statement(text).get(...values),
    all: (text, ...values) => statement(text).all(...values),
  }
}
