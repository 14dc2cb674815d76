/** A line by long-polling by hand, so that one request can carry what no client would ever send in one. */
import { Agent, request } from 'node:http'

export type Poll = {
  /** All in one request. The status of the answer; 0: the connection was cut. */
  post(packets: readonly string[]): Promise<number>
  /** What the server had to say; `null`: the line is over. */
  get(): Promise<string[] | null>
  end(): void
}

/** Between packets of one request. */
const SEPARATOR = '\x1e'
const path = '/socket.io/?EIO=4&transport=polling'

/** Throws when the server gives no line. */
export const dialPoll = async (url: string): Promise<Poll> => {
  const agent = new Agent({ keepAlive: true })
  const call = (where: string, body?: string): Promise<{ status: number; text: string }> =>
    new Promise((resolve) => {
      const failed = () => resolve({ status: 0, text: '' })
      const asked = request(`${url}${where}`, { method: body === undefined ? 'GET' : 'POST', agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
        answer.once('error', failed)
      })
      asked.once('error', failed)
      asked.setHeader('Content-Type', 'text/plain;charset=UTF-8')
      asked.end(body)
    })
  const opened = await call(path)
  if (opened.status !== 200) throw new Error(`no line by long-polling: ${opened.status}`)
  const { sid } = JSON.parse(opened.text.slice(1)) as { sid: string }
  let over = false
  return {
    post: async (packets) => (await call(`${path}&sid=${sid}`, packets.join(SEPARATOR))).status,
    get: async () => {
      // Asked once more after its end it would wait, on a line of its own, until the server misses it.
      if (over) return null
      const { status, text } = await call(`${path}&sid=${sid}`)
      return status === 200 ? text.split(SEPARATOR) : null
    },
    end: () => {
      over = true
      agent.destroy()
    },
  }
}

export const connectPacket = (token: string): string => `40${JSON.stringify({ token, protocol: 1 })}`

/** A line of this seat that has been greeted; `null`: it was not let in. */
export const enterPoll = async (url: string, token: string): Promise<Poll | null> => {
  const line = await dialPoll(url)
  await line.post([connectPacket(token)])
  for (let said = await line.get(); said !== null; said = await line.get()) {
    if (said.some((packet) => packet.startsWith('44'))) break
    if (said.some((packet) => packet.startsWith('40{'))) return line
  }
  line.end()
  return null
}
