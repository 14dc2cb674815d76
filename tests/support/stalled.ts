import type { Theatre } from './views.ts'

/** While this is done the server answers nothing, and no line ends. */
export const stalled = async (it: Theatre, deed: () => Promise<unknown>): Promise<void> => {
  process.kill(it.server.pid(), 'SIGSTOP')
  await deed().finally(() => process.kill(it.server.pid(), 'SIGCONT'))
}
