import type { Clause } from '../doc/clause.ts'
import type { Clusters } from '../parse/clusters.ts'
import type { Tree } from '../parse/tree.ts'
import { CLUSTERS, hashWord } from '../parse/words.ts'
import { ChainFeatures } from './chain-features.ts'
import type { Spot } from './spots.ts'

/** What the model of chains sees of an article's spots. */
export function sightOf(
  tree: Tree,
  spots: readonly Spot[],
  clauses: readonly Pick<Clause, 'head'>[],
  clusters: Clusters,
): ChainFeatures {
  const lower = Int32Array.from(spots, ({ word }) => hashWord(word))
  const cluster = new Uint16Array(spots.length * CLUSTERS)
  clusters.fill({ count: spots.length, lower, cluster })
  const isPredicate = new Uint8Array(tree.head.length)
  for (const { head } of clauses) isPredicate[head] = 1
  const clauseOf = (i: number): number => {
    let at = i
    while (at >= 0 && isPredicate[at] === 0) at = tree.head[at]!
    return at
  }
  return new ChainFeatures(tree, spots, cluster, clauseOf)
}
