import type { Document } from '../doc/document.ts'
import { entities, facts, mentions, tags, tokens, values } from '../doc/layers.ts'
import type { Trace } from '../doc/notice.ts'
import { overlap, type Span } from '../doc/span.ts'
import type { Sentence } from '../doc/tokens.ts'
import { valueInWords } from '../sheet/words.ts'

/** What every stage saw, proposed, kept and refused in a sentence, as text. */
export function explainSentence(document: Document, sentence: Sentence): string {
  const all = document.get(tokens)
  const quote = ({ start, end }: Span) => `“${all.source.slice(start, end).replace(/\s+/g, ' ')}”`
  const here = <T extends Span>(spans: readonly T[]): T[] => spans.filter((span) => overlap(span, sentence))
  const parts: [string, string[]][] = [
    ['Sentence', [quote(sentence)]],
    ['Tokens', document.has(tags) ? tokenLines(document, sentence) : []],
    [
      'Names',
      document.has(mentions)
        ? here(document.get(mentions)).map(
            (name) => `${quote(name)}  ${name.type}  by ${name.source}, ${name.score.toFixed(2)}`,
          )
        : [],
    ],
    [
      'Entities',
      document.has(entities)
        ? document
            .get(entities)
            .flatMap(({ id, name, mentions: places }) =>
              here(places).map((place) => `${quote(place)}  ${place.kind} of ${id} ${name}`),
            )
        : [],
    ],
    [
      'Values',
      document.has(values)
        ? here(document.get(values)).map(
            (value) => `${quote(value)}  ${value.id} ${value.type}: ${valueInWords(value)}`,
          )
        : [],
    ],
    ['Decisions', here(document.traces).map((trace) => traceLine(trace, quote))],
    [
      'Facts',
      document.has(facts)
        ? document
            .get(facts)
            .filter(({ evidence }) => here(evidence).length > 0)
            .map(
              ({ id, type, gloss, rule, confidence }) =>
                `${id} ${type}: ${gloss}  by ${rule}, ${confidence.toFixed(2)}`,
            )
        : [],
    ],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')
}

function tokenLines(document: Document, { from, to }: Sentence): string[] {
  const all = document.get(tokens)
  const { upos, xpos, lemma } = document.get(tags)
  const words: string[] = []
  for (let i = from; i < to; i++) words.push(`${all.text(i)} ${upos[i]}/${xpos[i]}/${lemma[i]}`)
  return [words.join(' · ')]
}

function traceLine(trace: Trace, quote: (span: Span) => string): string {
  const verdict = trace.verdict === 'kept' ? 'kept   ' : 'refused'
  return `${verdict} ${trace.stage}/${trace.rule}  ${quote(trace)}${trace.why ? `: ${trace.why}` : ''}`
}
