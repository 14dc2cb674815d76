/** Things done at an even rate, whatever becomes of them: a server that is slow is not asked less. */
export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Does `act` so often a second, for so many seconds. Answers how late the latest was, in milliseconds: above a few the load side itself was too
 *  slow. */
export const evenly = async (rate: number, seconds: number, act: (place: number) => void): Promise<number> => {
  const began = performance.now()
  const count = Math.round(rate * seconds)
  let late = 0
  for (let place = 0; place < count; place += 1) {
    const due = began + (place * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await pause(wait)
    late = Math.max(late, performance.now() - due)
    act(place)
  }
  await pause(Math.max(0, began + seconds * 1000 - performance.now()))
  return late
}
