import { z } from 'zod'
import type { Chain } from '../../doc/entity.ts'
import { chains, clauses, entities, parse, sentences, tags, tokens } from '../../doc/layers.ts'
import { bySpan } from '../../doc/span.ts'
import { Clusters } from '../../parse/clusters.ts'
import { Tree } from '../../parse/tree.ts'
import { stage } from '../../stage/stage.ts'
import { chooseChains, readChainModel } from '../chain-model.ts'
import { sightOf } from '../chain-sight.ts'
import { loadKnowledge } from '../knowledge.ts'
import { findSpots } from '../spots.ts'

/** All that means one thing, whether it has a name or not: *a nurse … she … the nurse*, *I … my*. */
export default stage({
  name: 'chains',
  needs: { tokens, sentences, tags, parse, clauses, entities },
  gives: { chains },
  options: z.strictObject({ words: z.string().default('words-en'), model: z.string().default('chains-en') }),

  load({ model: name, words }, resources) {
    const knowledge = loadKnowledge(resources)
    const clusters = Clusters.read(resources.model(words).weights)
    const { card, weights } = resources.model(name)
    const model = readChainModel(card, weights)
    return ({ tokens, sentences, tags, parse, clauses, entities }) => {
      const tree = Tree.of(tokens, tags, parse)
      const spots = findSpots(tree, sentences, entities, knowledge)
      const { chainOf, links } = chooseChains(model, sightOf(tree, spots, clauses, clusters))
      const found = links.map(
        ({ entity }): Chain => ({ ...(entity !== -1 && { entity: entities[entity]!.id }), mentions: [] }),
      )
      spots.forEach(({ from, to, kind }, k) => {
        const { start, end } = tokens.span(from, to)
        found[chainOf[k]!]!.mentions.push({ start, end, text: tokens.source.slice(start, end), kind })
      })
      for (const { mentions } of found) mentions.sort(bySpan)
      return { chains: found.filter(({ mentions }) => mentions.length > 1) }
    }
  },
})
