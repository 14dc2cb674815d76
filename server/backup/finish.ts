/** A thread that makes a copy of the database into a backup: checked, without what was erased and still stands in a free corner of a page, and
 *  without a name of its own, so that whoever puts it back gets documents of another name. Off the storage thread, because it takes 30 ms a MB. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { syncFile } from '../store/sqlite/durable.ts'

export type Finish = { file: string /** epoch milliseconds */; madeAt: number }
/** `null`: it is a backup; else what is wrong with it. */
export type Finished = string | null

const finish = ({ file, madeAt }: Finish): Finished => {
  const database = new DatabaseSync(file)
  try {
    // One file that says everything: a copy of a database in WAL would want its log beside it.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; PRAGMA synchronous = OFF')
    const checked = database.prepare('PRAGMA integrity_check').get()?.['integrity_check']
    if (checked !== 'ok') return `The copy is not whole: ${checked}`
    database.exec("DELETE FROM meta WHERE name IN ('generation', 'rewrite', 'probe', 'backup')")
    database.prepare("INSERT INTO meta (name, value) VALUES ('backup', ?)").run(String(madeAt))
    database.exec('VACUUM')
  } finally {
    database.close()
  }
  syncFile(file)
  return null
}

const done = (): Finished => {
  try {
    return finish(workerData as Finish)
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
}
parentPort?.postMessage(done())
