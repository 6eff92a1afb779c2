import { adjacentTo, goingOn } from '../adjacent-speech.ts'
import { factRule, type Proposal } from '../fact-rule.ts'
import { accordingTo, headed } from '../named-source.ts'
import { type Quotation, quotationAt, quotationsOf, saysSomething, standsAlone } from '../quotations.ts'
import { cueBeside, introducedBy, signedBy } from '../quoted-speech.ts'
import { contentOf, type Speech, speechOf } from '../speech.ts'
import { statement } from '../statement-fact.ts'
import { tagLines } from '../tag-lines.ts'
import type { View } from '../view.ts'

/** *Acme said it would expand*; *it would expand, Acme said*. */
function indirect(view: View, index: number, quotations: readonly Quotation[]): Proposal | undefined {
  const clause = view.clauses[index]!
  const speech = speechOf(view, clause)
  const whole = speech && contentOf(view, index, speech)
  if (!speech || !whole) {
    if (view.cues.has(clause.lemma))
      view.declined?.(clause.head, speech ? 'nothing that is said stands by it' : 'nobody says anything by it')
    return undefined
  }
  // what is said inside of a quotation ends with it
  const around = quotationAt(view, quotations, clause.head)
  const content = around ? { from: Math.max(whole.from, around.from), to: Math.min(whole.to, around.to) } : whole
  if (content.to <= content.from) return undefined
  const quoted = quotations.filter((one) => one !== around && one.from < content.to && content.from < one.to)
  // what is quoted whole is told by the quotation
  const told = quoted.filter((one) => saysSomething(view, one) && standsAlone(view, one))
  if (told.some((one) => one.from <= content.from + 1 && content.to <= one.to + 1)) return undefined
  if (told.some((one) => one.to - one.from > (content.to - content.from) * 0.6)) return undefined
  const how = quoted.length > 0 ? 'mixed' : 'indirect'
  const found = statement(view, speech, content, how, clause.head, 0.85, 'indirect')
  // declined to say whether, did not say that: nobody says so
  if (found) found.polarity = clause.polarity
  return found
}

function* direct(view: View, quotations: readonly Quotation[]): Generator<Proposal> {
  let last: { speech: Speech; paragraph: number; closed: boolean } | undefined
  for (const quotation of quotations) {
    const paragraph = view.tokens.paragraph[quotation.from]!
    if (!saysSomething(view, quotation) || !standsAlone(view, quotation)) continue
    const beside =
      adjacentTo(view, quotation) ??
      (last && goingOn(view, quotation, last.speech)) ??
      cueBeside(view, quotation, quotations) ??
      introducedBy(view, quotation) ??
      signedBy(view, quotation)
    let speech = beside?.speech
    if (!speech && last && startsSentence(view, quotation)) {
      // a quotation that goes on: in the same paragraph, or as the whole of the next one
      const goesOn = last.paragraph === paragraph || (!last.closed && last.paragraph === paragraph - 1)
      if (goesOn || fillsParagraph(view, quotation, last.paragraph + 1)) {
        const { speaker, cue, verb, source } = last.speech
        speech = { speaker, cue, from: quotation.from, to: quotation.from, verb, source }
      }
    }
    if (!speech) continue
    const at = beside?.at ?? quotation.from
    const found = statement(view, speech, quotation, 'direct', at, beside ? 0.9 : 0.7, beside ? 'direct' : 'continued')
    if (found) yield found
    last = { speech, paragraph, closed: quotation.closed }
  }
}

/** *said “no comment” again*: a few quoted words right behind the verb, where the grammar finds no more. */
function* partial(view: View, quotations: readonly Quotation[]): Generator<Proposal> {
  for (const quotation of quotations) {
    if (!saysSomething(view, quotation) || standsAlone(view, quotation)) continue
    const beside = cueBeside(view, quotation, quotations)
    if (beside?.speech.verb.to !== quotation.from - 1) continue
    const found = statement(view, beside.speech, quotation, 'direct', beside.at, 0.8, 'partial')
    if (found) yield found
  }
}

const startsSentence = (view: View, quotation: Quotation): boolean => {
  const { from } = view.sentenceAt(quotation.from)
  return quotation.from - from <= 1
}

/** Does the quotation make up the whole of the paragraph with this number? */
function fillsParagraph(view: View, quotation: Quotation, paragraph: number): boolean {
  return (
    view.tokens.paragraph[quotation.from] === paragraph &&
    view.tokens.paragraph[quotation.from - 2] !== paragraph &&
    view.tokens.paragraph[quotation.to + 1] !== paragraph
  )
}

export default factRule({
  name: 'statement',
  about: 'Somebody says something, in their own words or in the paper’s.',
  types: ['statement'],

  *find(view) {
    const quotations = quotationsOf(view)
    const quoted = [...direct(view, quotations)]
    const parts = [...partial(view, quotations)]
    // "…," she said months later: a cue that has its quotation says nothing besides
    const spent = new Set(quoted.map(({ at }) => at))
    const sayings: Proposal[] = []
    for (const [index, { head }] of view.clauses.entries()) {
      if (spent.has(head)) continue
      const found = indirect(view, index, quotations)
      if (!found) continue
      sayings.push(found)
      spent.add(head)
    }
    yield* sayings
    yield* tagLines(view, quotations, spent, [...sayings, ...quoted])
    for (const part of parts) if (!spent.has(part.at)) yield part
    yield* accordingTo(view)
    yield* headed(view, quotations)
    yield* quoted
  },

  examples: [
    [
      'Nokia said the plant would close in May.',
      { speaker: 'Nokia', content: 'the plant would close in May', '@speech': 'indirect', '@cue': 'say' },
    ],
    ['The plant would close, Nokia said.', { speaker: 'Nokia', content: 'The plant would close' }],
    [
      '“We will open the plant in May,” said John Smith.',
      { speaker: 'John Smith', content: 'We will open the plant in May,', '@speech': 'direct' },
    ],
    [
      'Nokia said “it was a very hard time” for the plant.',
      { speaker: 'Nokia', content: '“it was a very hard time” for the plant', '@speech': 'mixed' },
    ],
    ['“Go home,” barked the lawyer John Smith.', { speaker: 'John Smith', content: 'Go home,', '@speech': 'direct' }],
    ['John Smith: ‘We will close the plant’ in May.', { speaker: 'John Smith', '@cue': ':' }],
    ['The plant will close in May, said several workers.', { content: 'The plant will close in May' }],
    [
      'Nokia said the plant would close, adding that it would open a new one.',
      { speaker: 'Nokia', content: 'the plant would close', '@cue': 'say' },
    ],
    [
      'The real danger, John Smith said, is a fall in prices.',
      { speaker: 'John Smith', content: 'The real danger, John Smith said, is a fall in prices' },
    ],
    [
      'Prices, according to Nokia, fell sharply.',
      { speaker: 'Nokia', content: 'Prices, according to Nokia, fell sharply' },
    ],
    [
      'Nokia declined to say whether the plant would close.',
      { speaker: 'Nokia', content: 'whether the plant would close', '@polarity': 'negative' },
    ],
    [
      'Nokia said the plant would close, according to John Smith.',
      { speaker: 'Nokia', content: 'the plant would close' },
    ],
    [
      'While Nokia says that prices will fall, workers fear the opposite.',
      { speaker: 'Nokia', content: 'that prices will fall' },
    ],
    [
      'The plant would close, said John Smith, who has led it.',
      { speaker: 'John Smith', content: 'The plant would close' },
    ],
    ['According to Nokia, prices fell sharply.', { speaker: 'Nokia', content: 'prices fell sharply' }],
  ],
  not: [
    'The “new economy” grew.',
    'On the show “Good Morning Lima,” John Smith sang.',
    'Nokia told the truth.',
    'Nokia reported no losses, although prices fell.',
  ],
})
