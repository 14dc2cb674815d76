import { type CSSProperties, useMemo } from 'react'
import '../styles/paving.css'

type Place = { x: number; y: number }

/** The square grows ring by ring around its middle, clockwise. */
const places = (count: number): Place[] => {
  const laid: Place[] = []
  const steps: Place[] = [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: -1, y: 0 },
    { x: 0, y: -1 },
  ]
  let [x, y, side] = [0, 0, 1]
  for (let turn = 0; laid.length < count; turn += 1) {
    const step = steps[turn % 4] ?? { x: 0, y: 0 }
    for (let go = 0; go < side && laid.length < count; go += 1) {
      laid.push({ x, y })
      x += step.x
      y += step.y
    }
    if (turn % 2 === 1) side += 1
  }
  return laid
}
/** A fixed shuffle: which tile is whose does not exist, so none may look like the first to be ready. */
const lot = (index: number): number => (Math.imul(index + 1, 0x9e3779b1) ^ (Math.imul(index + 7, 0x85ebca6b) >>> 13)) >>> 0

/** From here on tiles are so small that their joints are wider, or they run into one grey field. */
const many = 100

/** One tile for everybody who is here; as many chalked as the count says. Drawn from counts alone. */
export const Paving = ({ present, chalked, label }: { present: number; chalked: number; label?: string }) => {
  const tiles = useMemo(() => places(present), [present])
  const marked = useMemo(
    () => new Set([...tiles.keys()].sort((a, b) => lot(a) - lot(b) || a - b).slice(0, Math.min(chalked, present))),
    [tiles, chalked, present],
  )
  if (present === 0) return null
  const gap = present > many ? 0.1 : 0.04
  const xs = tiles.map((tile) => tile.x)
  const ys = tiles.map((tile) => tile.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
  return (
    <svg
      className={present > many ? 'paving paving-fine' : 'paving'}
      viewBox={`${left - 0.1} ${top - 0.1} ${width + 0.2} ${height + 0.2}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {tiles.map((tile, at) => (
        <rect
          key={`${tile.x},${tile.y}`}
          className={marked.has(at) ? 'tile tile-chalked' : 'tile'}
          x={tile.x + gap}
          y={tile.y + gap}
          width={1 - 2 * gap}
          height={1 - 2 * gap}
          rx={0.06}
          style={{ '--ring': Math.max(Math.abs(tile.x), Math.abs(tile.y)) } as CSSProperties}
        />
      ))}
    </svg>
  )
}
