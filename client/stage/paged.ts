import type { Shown } from '../shown/shown.ts'

export const paged = ({ pages }: Shown): boolean => pages > 1
