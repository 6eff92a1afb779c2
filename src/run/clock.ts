/**
 * Milliseconds since the thread began. Times are for deadlines, progress and the report of a run; no sheet depends on
 * them. This is the only file outside the command line that reads the clock.
 */
export const milliseconds = (): number => performance.now()
