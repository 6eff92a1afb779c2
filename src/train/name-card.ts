import type { Score } from './name-score.ts'

/** The model card of the names tagger, with the scores of a training. */
export function nameCard(seed: number, scores: ReadonlyMap<string, ReadonlyMap<string, Score>>): string {
  const percent = (share: number): string => (100 * share).toFixed(2)
  const rows = [...scores].flatMap(([set, byType]) =>
    [...byType].map(
      ([type, { precision, recall, f1 }]) =>
        `| ${set} | ${type} | ${percent(precision)} | ${percent(recall)} | ${percent(f1)} |`,
    ),
  )
  return `# names-en

Finds people, organizations, places, groups and other names (works, events, products, laws) in English news.

Two looks, each a linear-chain CRF over hashed features (\`src/tag/features.ts\`), trained by AdaGrad with feature dropout, averaged over the
last epochs, pruned, and rounded to bytes. The second look sees what the first called the same words elsewhere in the article. Trained with \`factwire train names --data DIR\`, seed ${seed}.

## Data
| learned from | licence |
|---|---|
| Worldwide English NER (Stanford; Shan and others, Findings of EMNLP 2023), train | published by its makers for training taggers; credited here, none of its text is in the model |
| WNUT 2017 emerging entities, train | CC BY 4.0 |
| WikiGold (Balasuriya and others 2009) | CC BY 4.0 |
| Universal NER, English EWT, dev | CC BY-SA 4.0 |
| KnowledgeNet, folds 1 to 3: the names its facts are about; other words of its passages stay open | CC BY-SA 4.0 |
| classes of words: the above, Reuters-21578, AG News, the treebanks EWT and GUM, KnowledgeNet | only classes of words are kept |
| lists of names: GeoNames cities and regions (CC BY 4.0, geonames.org), country codes (PDDL), nationalities (Open Government Licence), common forenames and surnames by country (CC0), names of the Unlicense, S&P 500 and Nasdaq listings (PDDL), university domains list (MIT), openfootball (CC0), corpora project (CC0) | as hashes of names, in weights.bin |

## Scores
Strict, both ends and the type; articles in front and possessives behind are cut on both sides. No set is trained on.

| set | type | precision | recall | F1 |
|---|---|---|---|---|
${rows.join('\n')}
`
}
