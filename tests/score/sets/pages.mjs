import { join } from 'node:path'
import { foundPages, inWords, meansOf } from '../found-pages.mjs'

const FOLDER = 'data/archives/html/newspaper4k/tests/data'

/** Pages of news sites whose text is known: is the article found, all of it and nothing else? */
export default {
  name: 'pages',
  about:
    'articles found in pages of HTML: word 4-grams of the text, headline, day of publication (newspaper4k’s pages)',
  needs: [FOLDER],

  async run({ data, misses }) {
    const rows = foundPages(join(data, FOLDER))
    const english = meansOf(rows.filter((row) => row.english))
    const all = meansOf(rows)
    const bare = meansOf(foundPages(join(data, FOLDER), false).filter((row) => row.english))
    const report = [
      `english  ${inWords(english)}`,
      `english, without the captions that are marked as such  ${inWords(bare)}`,
      `all      ${inWords(all)}`,
    ]
    if (misses) {
      for (const { stem, precision, recall, headline, day } of rows) {
        report.push(`${stem.padEnd(24)} ${precision.toFixed(3)} ${recall.toFixed(3)} ${headline ?? ''} ${day ?? ''}`)
      }
    }
    return {
      figures: {
        'english 4-gram F1': english.f1,
        'english, no captions': bare.f1,
        'all 4-gram F1': all.f1,
        'english headline': english.headline,
        'english day': english.day,
      },
      report: report.join('\n'),
    }
  },
}
