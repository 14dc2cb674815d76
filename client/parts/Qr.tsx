import { useMemo } from 'react'
import { encode } from 'uqr'

/** Black on white in every theme: inverted ones are not read by every phone. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 })
    const cells = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: cells.join(''), size: code.size }
  }, [text])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
