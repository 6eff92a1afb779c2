// How well the article is found in pages of HTML whose text is known.
//
//   npm run build && node tests/bench/html.mjs FOLDER [--each]
//
// FOLDER is laid out like newspaper4k's test data (tests/score/found-pages.mjs). Prints 4-gram precision, recall and F1, averaged
// by page, over pages in English and in all, and how often the headline and the day of publication are right.
import { foundPages, inWords, meansOf } from '../score/found-pages.mjs'

const rows = foundPages(process.argv[2])
if (process.argv.includes('--each')) {
  for (const { stem, error, precision, recall, headline, day, ms, title, published } of rows) {
    console.log(
      stem.padEnd(24),
      error ?? `${precision.toFixed(3)} ${recall.toFixed(3)}`,
      headline,
      day,
      `${ms.toFixed(0)} ms`,
      JSON.stringify(title),
      published,
    )
  }
}
console.log(`english  ${inWords(meansOf(rows.filter(({ english }) => english)))}`)
console.log(`all      ${inWords(meansOf(rows))}`)
