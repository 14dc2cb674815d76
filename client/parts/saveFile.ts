/** `message`: why the server refused it, in its sentence; `null`: there was none. */
export type Saved = { ok: true } | { ok: false; message: string | null }

const saidIn = async (response: Response): Promise<string | null> => {
  const problem = (await response.json()) as { detail?: unknown }
  return typeof problem.detail === 'string' ? problem.detail : null
}

/** A token must not stand in an address, so a file is fetched with its header and then handed to the browser. */
export const saveFile = async (get: () => Promise<Response>, otherwise: string): Promise<Saved> => {
  try {
    const response = await get()
    if (!response.ok) return { ok: false, message: await saidIn(response) }
    const told = response.headers.get('content-disposition') ?? ''
    const name = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1] ?? /filename="?([^";]+)"?/i.exec(told)?.[1]
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name === undefined ? otherwise : decodeURIComponent(name)
    link.click()
    // The browser reads it after the click; a minute is long enough for a slow disk.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return { ok: true }
  } catch {
    return { ok: false, message: null }
  }
}
