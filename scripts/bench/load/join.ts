/** Joining as a page does it, on a connection of its own, and cheap for the load side. */
import { request } from 'node:http'

/** `link`: of the QR. Answers the token. */
export const joinBy = (port: number, link: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ ticket: new URL(link).hash.slice(1) })
    const headers = { 'content-type': 'application/json', 'content-length': body.length, connection: 'close' }
    const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/join', headers, agent: false }, (answer) => {
      let said = ''
      answer.on('data', (piece) => {
        said += piece
      })
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve((JSON.parse(said) as { token: string }).token)
        else reject(new Error(`A phone could not join: ${answer.statusCode} ${said}`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
