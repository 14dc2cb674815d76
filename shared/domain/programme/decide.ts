import { changes } from './changes.ts'
import { clock } from './clock.ts'
import { moves } from './moves.ts'

export const decideProgramme = { ...moves, ...changes, ...clock }
