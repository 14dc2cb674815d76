const shapes = {
  done: 'M3 8.5l3.5 3.5L13 4.5',
  waiting: 'M8 4v4.5l3 2M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  away: 'M3 8h10',
  alarm: 'M8 2.5v7M8 12.5v1',
} as const
export type MarkShape = keyof typeof shapes

/** A small mark beside words, drawn so that no font needs to have it. Says nothing by itself. */
export const Mark = ({ shape }: { shape: MarkShape }) => (
  <svg className="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
)
