import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentences, tags, tokens } from '../../src/doc/layers.ts'
import { composePipeline, PIPELINES } from '../../src/pipeline/load.ts'
import { scoreWords } from '../../src/tag/decode.ts'
import { describe } from '../../src/tag/describe.ts'
import { featuresOf, MAX_FEATURES } from '../../src/tag/features.ts'
import { LABELS } from '../../src/tag/labels.ts'
import { nameTaggerOf, readNameTables } from '../../src/tag/name-model.ts'
import { findNames } from '../../src/tag/names.ts'
import { stretchesOf } from '../../src/tag/stretches.ts'
import { addWeights } from '../../src/tag/weight-table.ts'
import { plainArticle } from '../articles.ts'

const folder = join(PIPELINES, 'models', 'names-en')
const card = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'))
const weights = readFileSync(join(folder, 'weights.bin'))
const { annotate } = await composePipeline('news', { until: new Set(['tags']) })
const TEXT =
  'Mayor Lena Okafor of Port Adela met the Bank of Tarvia on Monday. "The Bank listens," said Okafor, who grew up in Adela.'
const document = annotate(plainArticle(TEXT))
const [all, cut, tagged] = [document.get(tokens), document.get(sentences), document.get(tags)]

test('what words add by themselves, remembered, is what their features add', () => {
  const { table, words, lists, book } = nameTaggerOf(readNameTables(card, weights))
  const described = describe(all, cut, tagged, lists, book)
  const hashes = new Int32Array(MAX_FEATURES)
  const stretches = stretchesOf(described, cut)
  expect(stretches.length).toBeGreaterThan(1)
  for (let round = 0; round < 2; round++) {
    for (const stretch of stretches) {
      const { from, to, sentence } = stretch
      const plain = new Int32Array((to - from) * LABELS)
      for (let i = from; i < to; i++) {
        addWeights(
          table,
          hashes,
          featuresOf(described, i, sentence.from, sentence.to, hashes),
          plain,
          (i - from) * LABELS,
        )
      }
      expect(scoreWords(table, words, described, stretch)).toEqual(plain)
    }
  }
})

test('an article’s names do not depend on the articles read before it', () => {
  const fresh = findNames(nameTaggerOf(readNameTables(card, weights)), all, cut, tagged)
  const used = nameTaggerOf(readNameTables(card, weights))
  for (let i = 0; i < 40; i++) {
    const text = Array.from({ length: 400 }, (_, k) => `Q${(i * 400 + k).toString(36).replace(/\d/g, 'z')}w`).join(' ')
    const other = annotate(plainArticle(`${text}.`))
    findNames(used, other.get(tokens), other.get(sentences), other.get(tags))
  }
  expect(findNames(used, all, cut, tagged)).toEqual(fresh)
  expect(fresh.length).toBeGreaterThan(2)
})
