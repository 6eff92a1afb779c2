import { z } from 'zod'
import { article, paragraphs, sentences, tags, tokens, values } from '../../doc/layers.ts'
import { stage } from '../../stage/stage.ts'
import { anchorOf } from '../calendar.ts'
import { Lexemes } from '../lexemes.ts'
import { Reading } from '../reading.ts'
import { scanValues, triggersOf, valuesOf } from '../scan.ts'
import { loadTables } from '../tables.ts'

/** Money, shares, quantities, dates, durations, times, ages and ordinals, normalised. */
export default stage({
  name: 'values',
  needs: { article, paragraphs, tokens, sentences, tags },
  gives: { values },
  options: z.strictObject({}),

  load(_, resources) {
    const tables = loadTables(resources)
    const triggers = triggersOf(tables)

    return ({ article, paragraphs, tokens, sentences, tags }, say) => {
      const lexemes = new Lexemes(article.text, paragraphs, triggers.vocabulary)
      const anchor = anchorOf(article.published)
      const reading = new Reading({ lexemes, tables, article, anchor, tokens, tags, sentences })
      const found = valuesOf(reading, scanValues(reading, triggers, say))
      for (const { type, start, end, from, text } of found) {
        if (!anchor && type === 'date' && from === undefined)
          say.notice({ code: 'date/no-anchor', start, end, detail: text })
      }
      return { values: found }
    }
  },
})
