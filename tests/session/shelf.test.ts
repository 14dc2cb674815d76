import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { deviceShelf } from '../../client/session/shelf.ts'

type Handler = (() => void) | null
const request = <T>(result: T) => ({ result, error: null, onsuccess: null as Handler, onerror: null as Handler })

/** A disk as IndexedDB shows it, for as much as a shelf asks of it. `hold`: a tab that sleeps holds a deletion up, and all that comes after it. */
const makeDisk = () => {
  const files = new Map<string, Map<string, unknown>>()
  const queue: (() => void)[] = []
  const disk = { files, held: false, opens: 0, connections: [] as { kill: () => void; closed: boolean }[], release: () => {} }
  const later = (work: () => void) => (disk.held ? queue.push(work) : queueMicrotask(work))
  disk.release = () => {
    disk.held = false
    for (const work of queue.splice(0)) work()
  }
  const connect = (file: Map<string, unknown>) => {
    let alive = true
    const it = {
      closed: false,
      kill: () => {
        alive = false
      },
      close: () => {
        it.closed = true
      },
      createObjectStore: () => {},
      transaction: () => {
        if (!alive || it.closed) throw new DOMException('The database connection is closing.', 'InvalidStateError')
        const transaction = { error: null, oncomplete: null as Handler }
        queueMicrotask(() => transaction.oncomplete?.())
        const answered = <T>(result: T) => {
          const asked = request(result)
          queueMicrotask(() => asked.onsuccess?.())
          return asked
        }
        const store = {
          transaction,
          put: (value: unknown, key: string) => file.set(key, value),
          delete: (key: string) => file.delete(key),
          clear: () => file.clear(),
          getAll: () => answered([...file.values()]),
          getAllKeys: () => answered([...file.keys()]),
        }
        return { objectStore: () => store }
      },
    }
    disk.connections.push(it)
    return it
  }
  const open = (name: string) => {
    disk.opens += 1
    const asked = { ...request(null as unknown), onupgradeneeded: null as Handler, transaction: null as { abort: () => void } | null }
    later(() => {
      const isNew = !files.has(name)
      const file = files.get(name) ?? new Map()
      let aborted = false
      asked.result = connect(file)
      asked.transaction = { abort: () => (aborted = true) }
      if (isNew) asked.onupgradeneeded?.()
      if (aborted) return asked.onerror?.()
      files.set(name, file)
      asked.onsuccess?.()
    })
    return asked
  }
  const deleteDatabase = (name: string) => {
    const asked = { ...request(null), onblocked: null as Handler }
    later(() => {
      files.delete(name)
      asked.onsuccess?.()
    })
    return asked
  }
  vi.stubGlobal('indexedDB', { open, deleteDatabase })
  return disk
}

const idea: [string, unknown] = ['out:1', 'Na zes uur is alles dicht.']

describe('L2 what Fatma sends waits on her phone', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('also where the browser has ended the connection in the background, without a word', async () => {
    const disk = makeDisk()
    const shelf = deviceShelf('plein')
    await shelf.put([idea])
    for (const connection of disk.connections) connection.kill()
    // Two at once: they share the new connection.
    await Promise.all([shelf.put([['out:2', 'Meer bankjes.']]), shelf.remove(['out:1'])])
    expect(shelf.durable()).toBe(true)
    expect(disk.opens).toBe(2)
    expect(await deviceShelf('plein').all()).toEqual([['out:2', 'Meer bankjes.']])
  })

  test('and the browser is asked once, when there is something to lose, not to clear it away for room', async () => {
    makeDisk()
    const persist = vi.fn(async () => false)
    vi.stubGlobal('navigator', { storage: { persist } })
    const shelf = deviceShelf('plein')
    expect(await shelf.all()).toEqual([])
    expect(persist).not.toHaveBeenCalled()
    await shelf.put([idea])
    await shelf.put([['out:2', 'Meer bankjes.']])
    expect(persist).toHaveBeenCalledOnce()
  })

  test('as well where the browser knows no such promise, as on plain http, or refuses it', async () => {
    makeDisk()
    for (const storage of [undefined, { persist: async () => Promise.reject(new TypeError()) }]) {
      vi.stubGlobal('navigator', { storage })
      const shelf = deviceShelf('plein')
      await shelf.put([idea])
      expect(shelf.durable()).toBe(true)
    }
    expect(await deviceShelf('plein').all()).toEqual([idea])
  })

  test('in memory, said so, where a tab that sleeps holds the disk up', async () => {
    const disk = makeDisk()
    disk.held = true
    const shelf = deviceShelf('plein')
    const left = shelf.all()
    const stored = shelf.put([idea])
    await vi.advanceTimersByTimeAsync(3000)
    await stored
    expect(await left).toEqual([idea])
    expect(shelf.durable()).toBe(false)
    // Nothing is left of what nobody waits for any more.
    disk.release()
    expect([...disk.files.keys()]).toEqual([])
    expect(await shelf.all()).toEqual([idea])
  })

  test('S2 and can be wiped while the disk is held up, and after it refused', async () => {
    const disk = makeDisk()
    await deviceShelf('plein').put([idea])
    disk.held = true
    const shelf = deviceShelf('plein')
    const left = shelf.all()
    await vi.advanceTimersByTimeAsync(3000)
    await left
    const wiped = shelf.clear()
    await vi.advanceTimersByTimeAsync(3000)
    await wiped
    disk.release()
    expect([...disk.files.keys()]).toEqual([])
    expect(await shelf.all()).toEqual([])
  })
})
