import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

// The one home of wink-nlp. It has no character offsets: they are the sums of token lengths and preceding spaces.

const nlp = winkNLP(model, ['pos'])
const { its } = nlp

/** wink-nlp's reading of one stretch of text; offsets are into the given text. */
export interface WinkReading {
  start: number[]
  end: number[]
  upos: string[]
  lemma: string[]
}

/** Tokens, part of speech and lemmas of one paragraph. */
export function readWithWink(text: string): WinkReading {
  const all = nlp.readDoc(text).tokens()
  const words = all.out(its.value)
  const gaps = all.out(its.precedingSpaces)
  // Its type leaves out that `out` takes it too.
  const lemmas = all.out(its.lemma as unknown as typeof its.pos)
  const tags = all.out(its.pos)
  const reading: WinkReading = { start: [], end: [], upos: [], lemma: [] }
  let offset = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const expected = offset + gaps[i]!.length
    // A byte order mark or NUL between words is in no token and in no gap.
    const at = text.startsWith(word, expected) ? expected : text.indexOf(word, offset)
    if (at < 0 || at > expected + MAX_SKIPPED) continue
    offset = at + word.length
    reading.start.push(at)
    reading.end.push(offset)
    reading.upos.push(tags[i]!)
    reading.lemma.push(lemmas[i]!)
  }
  return reading
}

const MAX_SKIPPED = 64
