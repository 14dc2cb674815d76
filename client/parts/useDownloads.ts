import { useState } from 'react'
import { useSession } from '../session/SessionProvider.tsx'
import { useFact } from '../session/useDocument.ts'
import { downloadOutcome, type OutcomeFormat } from './downloadOutcome.ts'

const always: readonly OutcomeFormat[] = ['html', 'md', 'csv', 'json']

/** The forms in which there is an outcome now, and fetching one. A calendar only when somebody named a day. */
export const useDownloads = () => {
  const session = useSession()
  const dated = useFact('board', 'ideas', (ideas) => [...ideas.values()].some(({ day }) => day !== undefined))
  const [busy, setBusy] = useState<OutcomeFormat | null>(null)
  const [failed, setFailed] = useState(false)
  return {
    formats: dated ? [...always, 'ics' as const] : always,
    busy,
    failed,
    download: async (format: OutcomeFormat) => {
      setBusy(format)
      setFailed(!(await downloadOutcome(session, format)).ok)
      setBusy(null)
    },
  }
}
