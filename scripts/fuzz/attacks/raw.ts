/** Frames that are no frames of RFC 6455. Each line may send one: the server must hang up on it and on nobody else. */
import type { Chance } from '../chance.ts'
import { dial, framed, hungUp, type Wire } from '../wire.ts'
import type { Attack, Target } from './attack.ts'

const masked = (first: number, length: number, payload = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from([first, 0x80 | length, 0, 0, 0, 0]), payload])

const long = (length: bigint): Buffer => {
  const head = Buffer.alloc(14)
  head[0] = 0x82
  head[1] = 0x80 | 127
  head.writeBigUInt64BE(length, 2)
  return head
}

const errors: Record<string, (chance: Chance) => Uint8Array> = {
  'reserved bits': ({ pick }) => masked(pick([0xc1, 0xa1, 0x91, 0xf2]), 0),
  'reserved opcode': ({ pick }) => masked(0x80 | pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), 0),
  unmasked: () => Buffer.from([0x81, 2, 0x68, 0x69]),
  'invalid UTF-8': () => framed(Buffer.from([0xc3, 0x28, 0xff])),
  '200 MiB announced': () => long(200n * 1024n * 1024n),
  'more than fits a number': () => long(0xffff_ffff_ffff_ffffn),
  'fragmented ping': () => masked(0x09, 0),
  'long ping': () => Buffer.concat([Buffer.from([0x89, 0xfe, 1, 0, 0, 0, 0, 0]), Buffer.alloc(256)]),
  'continuation of nothing': () => masked(0x80, 0),
  'text inside a fragmented text': () => Buffer.concat([masked(0x01, 1, Buffer.from('a')), masked(0x01, 1, Buffer.from('b'))]),
  'close with one byte': () => masked(0x88, 1, Buffer.from([3])),
  'close with a status that is none': () => masked(0x88, 2, Buffer.from([0x03, 0xed])),
  'close with bad UTF-8': () => masked(0x88, 4, Buffer.from([0x03, 0xe8, 0xc3, 0x28])),
  noise: ({ bytes }) => bytes(400),
}

export const asToken = (token: string): string[] => ['pleinbord.v1', `token.${token}`]

const line = ({ url, room }: Target, { pick, one }: Chance): Promise<Wire> => {
  const { token } = pick(room.seats)
  if (one(2)) return dial(url, '/socket.io/?EIO=4&transport=websocket')
  return dial(url, `/yjs/${room.made.id}/${room.documents['board']}`, one(4) ? [] : asToken(token))
}

export const rawFrames: Attack = async (target, chance) => {
  const wire = await line(target, chance)
  wire.raw(errors[chance.pick(Object.keys(errors))]!(chance))
  // Noise may happen to be the start of a longer frame; then nobody has to hang up.
  await hungUp(wire, 400)
  return 1
}
