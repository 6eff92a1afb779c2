/** A probability that was told, and whether it came true. */
export interface Told {
  probability: number
  right: boolean
}

/** Those told with about one probability. */
export interface Bin {
  /** 0 to 1, the upper end exclusive but for the last. */
  from: number
  to: number
  count: number
  /** What was told, and what came true, on average. */
  predicted: number
  observed: number
}

export interface Reliability {
  bins: readonly Bin[]
  /** Expected calibration error: how far what was told is from what came true, bin by bin, weighted by their counts. */
  ece: number
  brier: number
  logLoss: number
}

const BINS = 10
/** A probability of 0 or 1 that turns out wrong costs no more than this one. */
const SURE = 1e-4

/** How far probabilities can be trusted, in ten bins of one width. */
export function reliabilityOf(told: readonly Told[]): Reliability {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, predicted: 0, right: 0 }))
  let brier = 0
  let logLoss = 0
  for (const { probability, right } of told) {
    const bin = sums[Math.min(BINS - 1, Math.floor(probability * BINS))]!
    bin.count++
    bin.predicted += probability
    if (right) bin.right++
    brier += (probability - (right ? 1 : 0)) ** 2
    logLoss -= Math.log(Math.max(SURE, right ? probability : 1 - probability))
  }
  const all = Math.max(1, told.length)
  return {
    bins: sums.flatMap(({ count, predicted, right }, i) =>
      count === 0
        ? []
        : [{ from: i / BINS, to: (i + 1) / BINS, count, predicted: predicted / count, observed: right / count }],
    ),
    ece: sums.reduce((sum, { predicted, right }) => sum + Math.abs(predicted - right), 0) / all,
    brier: brier / all,
    logLoss: logLoss / all,
  }
}

/** The figures in one line. */
export const inOneLine = ({ ece, brier, logLoss }: Reliability): string =>
  `ECE ${ece.toFixed(3)}  Brier ${brier.toFixed(3)}  log loss ${logLoss.toFixed(3)}`

/** The bins as lines of a table. */
export const asTable = ({ bins }: Reliability): string[] => [
  '  told        mean   right      n',
  ...bins.map(
    ({ from, to, count, predicted, observed }) =>
      `  ${from.toFixed(1)} – ${to.toFixed(1)}  ${predicted.toFixed(3)}   ${observed.toFixed(3)}  ${String(count).padStart(5)}`,
  ),
]
