import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotated, rowsOf, written } from '../annotated.mjs'
import { runScorer } from '../child.mjs'

/** Links of places, against AIDA-CoNLL's development half (its words masked), by the ids of the table of places. */
export default {
  name: 'linking',
  about: 'links of places against AIDA-CoNLL dev, of labels whose id is in the table of places',
  needs: ['data/linking/aida-conll-dev.jsonl', 'data/kb/places.tsv', 'bench/sets/el.mjs'],

  async run({ data, root, work, pipeline }) {
    const table = readFileSync(join(data, 'data/kb/places.tsv'), 'utf8')
    const ids = new Set(table.split('\n').map((line) => line.split('\t')[0]))
    const all = rowsOf(join(data, 'data/linking/aida-conll-dev.jsonl')).map((row) => ({ ...row, id: String(row.id) }))
    // what is labelled with another id (a team by its country's name) counts neither way
    const gold = all.map((row) => ({
      ...row,
      labels: row.labels.map((label) => (ids.has(label.entity_id) ? label : { ...label, optional: true })),
    }))
    const goldFile = join(work, 'linking.gold.jsonl')
    writeFileSync(goldFile, gold.map((row) => JSON.stringify(row)).join('\n'))
    const how = { root, work, pipeline, name: 'linking' }
    const rows = annotated(gold, 'entities', how).map(({ id, entities }) => ({
      id,
      links: entities.flatMap(({ mentions, links }) => {
        const link = links.find(({ kb }) => kb === 'wikidata')
        if (!link || !ids.has(link.id)) return []
        const names = mentions.filter(({ kind }) => kind === 'name')
        return names.map(({ start, end }) => ({ start, end, entity: link.id }))
      }),
    }))
    const { linking, mention_detection } = JSON.parse(
      runScorer(join(data, 'bench/sets/el.mjs'), [goldFile, written(rows, how)]),
    )
    const line = (name, { P, R, F1 }) => `  ${name.padEnd(10)} P ${P}  R ${R}  F1 ${F1}`
    return {
      figures: { precision: linking.P / 100, recall: linking.R / 100 },
      report: [line('links', linking), line('mentions', mention_detection)].join('\n'),
    }
  },
}
