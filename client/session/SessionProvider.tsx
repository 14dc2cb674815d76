import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer, Hello } from '../../shared/wire/messages.ts'
import { Loading } from '../parts/Loading.tsx'
import { wallNow } from './clock.ts'
import { type Connection, type ConnectionState, type Ending, openConnection } from './connection.ts'
import { deliver, pause } from './deliver.ts'
import { isOutgoing, makeOutbox, type Outbox } from './outbox.ts'
import { makeOwnStore, type OwnStore } from './ownStore.ts'
import { keptProse, type Prose } from './prose.ts'
import { randomId } from './random.ts'
import { deviceShelf, type Shelf } from './shelf.ts'
import { useOffered } from './useLanguage.ts'

export type Session = {
  role: Role
  plein: string
  /** For HTTP: `Authorization: Bearer`. */
  token: string
  /** `null` until the server has said hello for the first time. */
  hello: Hello | null
  connection: ConnectionState
  ending: Ending | null
  /** Answered once, however often the line falls. From a phone and the owner's page, what people contribute waits in the outbox and outlives the page. */
  send: (command: Command) => Promise<Answer>
  /** The server's time. */
  now: () => number
}

/** What stands behind the hooks; views use the hooks. */
export type Works = { connection: Connection; outbox: Outbox; own: OwnStore; shelf: Shelf; send: Session['send']; prose: Prose }

const SessionContext = createContext<Session | null>(null)
const WorksContext = createContext<Works | null>(null)

const begin = (role: Role, plein: string, token: string): Works & { start: () => () => void } => {
  const prose = keptProse(plein, role)
  const connection = openConnection({ origin: location.origin, plein, token, onUnsaved: prose.keep })
  const writes = role === 'participant' || role === 'owner'
  // A shelf for each role: one browser may hold two seats of a Plein, and the outbox of one must not leave through the other.
  const shelf = deviceShelf(role === 'participant' ? plein : `${plein}:${role}`)
  const outbox = makeOutbox({ shelf, attempt: connection.attempt, whenLive: connection.whenLive, pause, id: randomId, now: wallNow })
  const own = makeOwnStore({ shelf, outbox, ask: connection.attempt, id: randomId, now: wallNow })
  const send = (command: Command) => (writes && isOutgoing(command) ? own.send(command) : deliver(connection, command))
  const start = () => {
    if (writes) void outbox.start().then(own.start)
    const look = () => {
      if (document.visibilityState === 'visible') connection.check()
    }
    addEventListener('online', look)
    addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
      outbox.stop()
      connection.close()
    }
  }
  return { connection, outbox, own, shelf, send, prose, start }
}

/** Opens one seat's line for everything below it. Give it a `key` of role and plein when those may change. */
export const SessionProvider = ({ role, plein, token, children }: { role: Role; plein: string; token: string; children: ReactNode }) => {
  const [works, setWorks] = useState<Works | null>(null)
  useEffect(() => {
    const begun = begin(role, plein, token)
    setWorks(begun)
    return begun.start()
  }, [role, plein, token])
  if (works === null) return null
  return (
    <WorksContext value={works}>
      <Opened role={role} plein={plein} token={token} works={works}>
        {children}
      </Opened>
    </WorksContext>
  )
}

const Opened = ({
  role,
  plein,
  token,
  works,
  children,
}: {
  role: Role
  plein: string
  token: string
  works: Works
  children: ReactNode
}) => {
  const told = useSyncExternalStore(works.connection.subscribe, works.connection.told)
  const speaks = useOffered(told.hello?.plein.locale)
  const session = useMemo<Session>(
    () => ({
      role,
      plein,
      token,
      hello: told.hello,
      connection: told.connection,
      ending: told.ending,
      send: works.send,
      now: works.connection.clock.now,
    }),
    [role, plein, token, told.hello, told.connection, told.ending, works],
  )
  return <SessionContext value={session}>{speaks ? children : <Loading />}</SessionContext>
}

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession stands outside a SessionProvider')
  return session
}
export const useWorks = (): Works => {
  const works = useContext(WorksContext)
  if (works === null) throw new Error('useWorks stands outside a SessionProvider')
  return works
}
