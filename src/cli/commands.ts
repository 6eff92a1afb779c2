import annotate from './commands/annotate.ts'
import explain from './commands/explain.ts'
import extract from './commands/extract.ts'
import run from './commands/run.ts'
import verify from './commands/verify.ts'

/** In the order of the help. */
export const COMMANDS = [extract, verify, explain, annotate, run]
