import type { Route } from './route.ts'
export const templates = (): Route[] => []
