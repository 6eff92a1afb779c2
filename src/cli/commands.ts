import annotate from './commands/annotate.ts'
import apply from './commands/apply.ts'
import corrections from './commands/corrections.ts'
import diff from './commands/diff.ts'
import explain from './commands/explain.ts'
import extract from './commands/extract.ts'
import link from './commands/link.ts'
import query from './commands/query.ts'
import review from './commands/review.ts'
import run from './commands/run.ts'
import stats from './commands/stats.ts'
import train from './commands/train.ts'
import verify from './commands/verify.ts'

/** In the order of the help. */
export const COMMANDS = [
  extract,
  verify,
  explain,
  annotate,
  run,
  query,
  stats,
  diff,
  review,
  apply,
  corrections,
  link,
  train,
]
