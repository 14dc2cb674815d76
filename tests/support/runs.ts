/** In how many parts the random runs of a property are divided: `RUNS_DIVIDED_BY`, where the same tests run thousands of times. */
const parts = Number(process.env['RUNS_DIVIDED_BY'] ?? 1)

/** How many random runs a property gets. */
export const runs = (usual: number): number => Math.max(3, Math.round(usual / parts))
/** More than this many interesting things must have happened in all runs together, or the property was not tried. A part of the runs promises nothing. */
export const enough = (usual: number): number => (parts === 1 ? usual : -1)
