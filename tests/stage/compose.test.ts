import { expect, test } from 'vitest'
import { sentences, tokens } from '../../src/doc/layers.ts'
import { composePipeline } from '../../src/pipeline/load.ts'
import { plainArticle } from '../articles.ts'

test('tokens are slices of the text', async () => {
  const { annotate } = await composePipeline('news')
  const text = "A \u{1F600} can't\u00a0go.\r\nSecond  line (x)."
  const document = annotate(plainArticle(text))
  const found = document.get(tokens)
  expect(Array.from({ length: found.count }, (_, i) => found.text(i)).join('')).toBe(text.replace(/\s/g, ''))
  expect(document.get(sentences)).toHaveLength(2)
})
