// Verbs of figures that move.

const UP = new Set(
  'rise, grow, increase, climb, jump, surge, soar, gain, expand, advance, improve, accelerate, rally, rebound, swell, double, triple, quadruple, raise, boost, hike, lift, edge up, go up, shoot up, spike, recover, rocket, mount'.split(
    ', ',
  ),
)
const DOWN = new Set(
  'fall, drop, decline, decrease, shrink, slide, plunge, tumble, slip, contract, dip, plummet, sink, slump, ease, weaken, slow, halve, lose, reduce, cut, lower, slash, trim, go down, collapse, crash, dwindle, shed, edge down, depreciate'.split(
    ', ',
  ),
)
const FLAT = new Set(['stagnate', 'stabilise', 'stabilize', 'plateau', 'level off'])

/** Which way a verb says a figure moves. */
export function directionOf(lemma: string): string | undefined {
  return UP.has(lemma) ? 'up' : DOWN.has(lemma) ? 'down' : FLAT.has(lemma) ? 'flat' : undefined
}
