import { useMemo } from 'react'
import { encode } from 'uqr'

/** Black on white in every theme: inverted ones are not read by every phone. `light`: with the least correction, so that the squares of a
 *  small one are larger; for what nobody can dirty or fold. */
export const Qr = ({ text, label, light = false }: { text: string; label: string; light?: boolean }) => {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: light ? 'L' : 'M', border: light ? 2 : 4 })
    const cells = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: cells.join(''), size: code.size }
  }, [text, light])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
