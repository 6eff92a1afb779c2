import type { Clause } from '../doc/clause.ts'
import type { Filler } from './filler.ts'
import type { Valued, View } from './view.ts'

// When something happens, by grammar.

/** Clauses that happen when the one they hang on does: *by selling*, *as it sold*, *selling*. */
const SAME_TIME: ReadonlySet<string> = new Set(['', 'as', 'when', 'while', 'by'])

/** How many clauses up the time may stand. */
const REACH = 3

/**
 * When: the date of a temporal phrase of the clause, else one among its words that no inner clause holds, else the one
 * that opens its part of the sentence; else when the clause happens that it goes along with.
 */
export function whenOf(view: View, clause: Clause, reach = REACH): Filler | undefined {
  const own = ownDate(view, clause) ?? predicatedDate(view, clause) ?? datedAntecedent(view, clause)
  if (own) return own
  const opening = openingDate(view, clause)
  if (opening) return opening
  const parent = view.parentOf(clause)
  const along = clause.relation === 'conj' || (clause.relation === 'advcl' && SAME_TIME.has(clause.marker))
  return parent && along && reach > 0 ? whenOf(view, parent, reach - 1) : undefined
}

function ownDate(view: View, clause: Clause): Filler | undefined {
  for (const oblique of clause.obliques) {
    const found = view.valueAt(oblique.head, 'date', 'time')
    if (found && !compared(view, found)) return { value: found.value }
  }
  for (const found of view.valuesIn(clause.from, clause.to)) {
    if (found.value.type !== 'date' || compared(view, found) || view.insideOf(clause, found.from)) continue
    return { value: found.value }
  }
  return undefined
}

/** *reported her missing on Friday*: what hangs on the verb's own complement, unless that is still to come. */
function predicatedDate(view: View, clause: Clause): Filler | undefined {
  for (const inner of view.clausesIn(clause.group.to, clause.to)) {
    if (view.parentOf(inner) !== clause) continue
    const beside = inner.relation === 'advcl' && inner.marker === '' && view.tokens.text(inner.from - 1) !== ','
    if (inner.relation !== 'xcomp' && !beside) continue
    if (inner.modality === 'asserted' && inner.tense !== 'future') return ownDate(view, inner)
  }
  return undefined
}

/** *the 2012 harvest, when it produced …*: the date that the clause tells more of. */
function datedAntecedent(view: View, clause: Clause): Filler | undefined {
  if (clause.marker !== 'when') return undefined
  let at = clause.from - 1
  while (at > 0 && view.tags.upos[at] === 'PUNCT') at--
  const found = view.valueAt(at, 'date') ?? view.valueAt(at - 1, 'date')
  return found && !compared(view, found) ? { value: found.value } : undefined
}

/** *By the end of June, prices fell*; *it was good news: on Friday, Acme opened a plant*: up to a comma before the clause. */
function openingDate(view: View, clause: Clause): Filler | undefined {
  if (clause.relation !== 'root' && clause.relation !== 'conj' && clause.relation !== 'ccomp') return undefined
  const { from: first } = view.sentenceAt(clause.head)
  for (let i = clause.group.from - 1; i > first && VERBS.has(view.tags.upos[i] ?? '') === false; i--) {
    if (view.tokens.text(i) !== ',') continue
    const found = view.valueAt(i - 1, 'date')
    if (found?.to === i && !compared(view, found) && opens(view, found.from, first)) return { value: found.value }
  }
  return undefined
}

const VERBS: ReadonlySet<string> = new Set(['VERB', 'AUX'])
/** Words that may stand between the start of a part of a sentence and the date that opens it: *By the end of*. */
const LEAD = 5

/** Does a sentence, or what follows a colon or comma in it, begin no more than a few words before token `at`? */
function opens(view: View, at: number, first: number): boolean {
  for (let i = at - 1; i >= first; i--) {
    if (at - i > LEAD || VERBS.has(view.tags.upos[i] ?? '')) return false
    if (view.tags.upos[i] === 'PUNCT') return true
  }
  return true
}

/** Tokens within which the date of a noun stands. */
const NEAR = 14

/** What is done with deals, whichever noun the parse gives the participle: *a deal with Acme announced on Monday*. */
const MADE: ReadonlySet<string> = new Set(['announce', 'sign', 'reach', 'strike', 'unveil', 'seal', 'complete'])

/** When what a noun names happens: *Monday’s deal*, *the deal last year*, *a deal announced on Monday*. */
export function whenNamed(view: View, noun: number): Filler | undefined {
  const { from, to } = view.sentenceAt(noun)
  for (const before of [noun - 1, noun - 2]) {
    const found = before >= from ? view.valueAt(before, 'date') : undefined
    if (found && (found.to === noun || /^['’]s?$/.test(view.tokens.text(found.to)))) return { value: found.value }
  }
  for (const found of view.valuesIn(noun + 1, Math.min(to, noun + NEAR))) {
    if (found.value.type !== 'date' || compared(view, found)) continue
    const close = found.from === noun + 1 || (found.from === noun + 2 && view.tags.upos[noun + 1] === 'ADP')
    const inner = view.clauseAt(found.from)
    const participle = inner && inner.head > noun && (inner.relation.startsWith('acl') || inner.relation === 'advcl')
    const tells = participle && (MADE.has(inner.lemma) || inner.subjects.some(({ head }) => head === noun))
    if (close || tells) return { value: found.value }
  }
  return undefined
}

/** Is this date what something is compared with: *from 2019*, *than in June*? A span of time is not. */
function compared(view: View, { value, from }: Valued): boolean {
  if (value.iso?.includes('/')) return false
  const [last, before] = [view.tokens.lower(from - 1), view.tokens.lower(from - 2)]
  return ['from', 'than', 'against', 'to'].includes(last) || ['than', 'compared'].includes(before)
}
