import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { Answer, Hello } from '../../shared/wire/messages.ts'
import { Loading } from '../parts/Loading.tsx'
import { type Connection, type ConnectionState, type Ending, openConnection } from './connection.ts'
import type { Contributing, contributing } from './contributing.ts'
import type { cowriting } from './cowriting.ts'
import { deliver } from './deliver.ts'
import type { press } from './press.ts'
import type { Prose } from './prose.ts'
import { place } from './tokens.ts'
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
  send: (command: Command, pressed?: number) => Promise<Answer>
  /** The server's time. */
  now: () => number
}

/** What stands behind the hooks; views use the hooks. */
export type Works = { connection: Connection; contributing: Contributing | null; prose: Prose | null; send: Session['send'] }

const SessionContext = createContext<Session | null>(null)
const WorksContext = createContext<Works | null>(null)

/** What a seat needs beside its line: given by the page of a role, so that nobody loads what another role does. */
type Needs = { contributes?: typeof contributing; cowrites?: typeof cowriting; presses?: typeof press }

const begin = (
  role: Role,
  plein: string,
  token: string,
  { contributes, cowrites, presses = (connection, command) => deliver(connection, command) }: Needs,
): Works & { start: () => () => void } => {
  const together = cowrites?.(role, plein) ?? null
  const connection = openConnection({
    origin: location.origin,
    plein,
    token,
    makePace: together?.makePace ?? null,
    ...(together ? { onUnsaved: together.prose.keep, onLeft: together.prose.putAside } : {}),
  })
  const contributed = contributes?.(role, plein, connection) ?? null
  const send: Session['send'] = (command, pressed) =>
    contributed?.takes(command) ? contributed.own.send(command) : presses(connection, command, pressed)
  const start = () => {
    contributed?.start()
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
      contributed?.outbox.stop()
      connection.close()
    }
  }
  return { connection, contributing: contributed, prose: together?.prose ?? null, send, start }
}

/** Opens one seat's line for everything below it. Give it a `key` of role and plein when those may change. */
export const SessionProvider = ({
  role,
  plein,
  token,
  contributes,
  cowrites,
  presses,
  children,
}: Needs & {
  role: Role
  plein: string
  token: string
  children: ReactNode
}) => {
  const [works, setWorks] = useState<Works | null>(null)
  useEffect(() => {
    const begun = begin(role, plein, token, {
      ...(contributes ? { contributes } : {}),
      ...(cowrites ? { cowrites } : {}),
      ...(presses ? { presses } : {}),
    })
    setWorks(begun)
    return begun.start()
  }, [role, plein, token, contributes, cowrites, presses])
  useEffect(() => {
    // Another tab of this device came in anew: the server ends this token, and the page goes on with the new one. Or everything was wiped there:
    // what is still read here goes too.
    const renewed = ({ key, newValue }: StorageEvent) => {
      if (key === place(role, plein) && (newValue === null || (role !== 'participant' && newValue !== token))) location.reload()
    }
    addEventListener('storage', renewed)
    return () => removeEventListener('storage', renewed)
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
export const useContributing = (): Contributing => {
  const { contributing } = useWorks()
  if (contributing === null) throw new Error('nobody contributes from this seat')
  return contributing
}
export const useProse = (): Prose => {
  const { prose } = useWorks()
  if (prose === null) throw new Error('nothing is written together from this seat')
  return prose
}
