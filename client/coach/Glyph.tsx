const shapes = {
  now: 'M4 2.5l8 5.5-8 5.5z',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  open: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  skipped: 'M3 8h10',
  forward: 'M2 8h11M9 4l4 4-4 4',
  back: 'M14 8H3M7 4L3 8l4 4',
  left: 'M10 3L5 8l5 5',
  right: 'M6 3l5 5-5 5',
} as const
export type GlyphShape = keyof typeof shapes

/** Drawn, because the letters that are embedded do not have them. Says nothing by itself. */
export const Glyph = ({ shape }: { shape: GlyphShape }) => (
  <svg className={shape === 'now' ? 'glyph glyph-full' : 'glyph'} viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
)

const drawn: Record<string, GlyphShape> = { '→': 'forward', '←': 'back' }
/** The name of a key as it stands on the keyboard. */
export const KeyName = ({ name }: { name: string }) => {
  const shape = drawn[name]
  return shape === undefined ? name : <Glyph shape={shape} />
}
