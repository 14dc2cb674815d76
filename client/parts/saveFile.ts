/** A token must not stand in an address, so a file is fetched with its header and then handed to the browser. False when that failed. */
export const saveFile = async (get: () => Promise<Response>, otherwise: string): Promise<boolean> => {
  try {
    const response = await get()
    if (!response.ok) return false
    const told = response.headers.get('content-disposition') ?? ''
    const name = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1] ?? /filename="?([^";]+)"?/i.exec(told)?.[1]
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name === undefined ? otherwise : decodeURIComponent(name)
    link.click()
    // The browser reads it after the click; a minute is long enough for a slow disk.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return true
  } catch {
    return false
  }
}
