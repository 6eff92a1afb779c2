import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { Bug } from '../base/errors.ts'

// The one home of wink-nlp. It has no character offsets: they are the sums of token lengths and preceding spaces.

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp

/** wink-nlp's reading of one paragraph; offsets are into the given text. */
export interface WinkTokens {
  start: number[]
  end: number[]
  upos: string[]
  /** Indexes of the tokens that begin a sentence, as wink-nlp sees it. */
  sentenceStarts: number[]
}

/** Tokens, part of speech and sentences of one paragraph. Throws a Bug when a token is not where it should be. */
export function readWithWink(text: string): WinkTokens {
  const doc = nlp.readDoc(text)
  const words = doc.tokens().out(its.value)
  const gaps = doc.tokens().out(its.precedingSpaces)
  const upos = doc.tokens().out(its.pos)
  const start: number[] = []
  const end: number[] = []
  let offset = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    offset += gaps[i]!.length
    if (!text.startsWith(word, offset))
      throw new Bug(`Expected token \`${word}\` at ${offset} of \`${text.slice(0, 60)}\``)
    start.push(offset)
    offset += word.length
    end.push(offset)
  }
  const sentenceStarts = doc
    .sentences()
    .out(its.span)
    .map((span) => (span as unknown as [number, number])[0])
  return { start, end, upos, sentenceStarts }
}
