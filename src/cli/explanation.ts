import type { Document } from '../doc/document.ts'
import type { Fact } from '../doc/fact.ts'
import { article, clauses, entities, facts, mentions, parse, tags, tokens, values } from '../doc/layers.ts'
import type { Trace } from '../doc/notice.ts'
import { overlap, type Span } from '../doc/span.ts'
import type { Sentence } from '../doc/tokens.ts'
import { type Unused, type UnusedPlace, whyUnused } from '../sheet/unused.ts'
import { valueInWords } from '../sheet/words.ts'
import { unusedLines } from './unused-words.ts'

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
            .map(factLine)
        : [],
    ],
    ['Not in any fact', unusedIn(document, here).flatMap(unusedLines)],
  ]
  return inParts(parts)
}

/** Every fact of an article with its rule, and every value and entity that none uses with the reasons, as text. */
export function explainArticle(document: Document): string {
  const unused = unusedIn(document, (places) => [...places])
  return inParts([
    ['Facts', document.has(facts) ? document.get(facts).map(factLine) : []],
    ['Values in no fact', unused.filter(({ what }) => what === 'value').flatMap(unusedLines)],
    ['Entities in no fact', unused.filter(({ what }) => what === 'entity').flatMap(unusedLines)],
  ])
}

/** The same for programs: of a sentence, or of the whole article. */
export function explainAsJson(document: Document, within: Span): object {
  const here = <T extends Span>(spans: readonly T[]): T[] => spans.filter((span) => overlap(span, within))
  return {
    article: document.get(article).id,
    facts: document.has(facts) ? document.get(facts).filter(({ evidence }) => here(evidence).length > 0) : [],
    unused: unusedIn(document, here),
    decisions: here(document.traces),
  }
}

/** What no fact uses, as far as it stands where we look. A pipeline that reads no facts leaves nothing unused. */
function unusedIn(document: Document, here: (places: readonly UnusedPlace[]) => UnusedPlace[]): Unused[] {
  if (![facts, clauses, parse, entities, values].every((layer) => document.has(layer))) return []
  return whyUnused(document)
    .map((unused) => ({ ...unused, places: here(unused.places) }))
    .filter(({ places }) => places.length > 0)
}

const factLine = ({ id, type, gloss, rule, confidence }: Fact): string =>
  `${id} ${type}: ${gloss}  by ${rule}, ${confidence.toFixed(2)}`

const inParts = (parts: readonly [title: string, lines: readonly string[]][]): string =>
  parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')

function tokenLines(document: Document, { from, to }: Sentence): string[] {
  const all = document.get(tokens)
  const { upos, xpos, lemma } = document.get(tags)
  const words: string[] = []
  for (let i = from; i < to; i++) words.push(`${all.text(i)} ${upos[i]}/${xpos[i]}/${lemma[i]}`)
  return [words.join(' · ')]
}

function traceLine(trace: Trace, quote: (span: Span) => string): string {
  return `${trace.verdict.padEnd(8)} ${trace.stage}/${trace.rule}  ${quote(trace)}${trace.why ? `: ${trace.why}` : ''}`
}
