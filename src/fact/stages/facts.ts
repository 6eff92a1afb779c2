import { z } from 'zod'
import type { Said } from '../../doc/fact.ts'
import {
  article,
  clauses,
  entities,
  facts,
  parse,
  sentences,
  statements,
  tags,
  tokens,
  values,
} from '../../doc/layers.ts'
import { bySpan, type Span } from '../../doc/span.ts'
import { Clusters } from '../../parse/clusters.ts'
import { Tree } from '../../parse/tree.ts'
import { type Say, stage } from '../../stage/stage.ts'
import { assemble, fillerId, type Qualified } from '../assemble.ts'
import { attitudesOf } from '../attitudes.ts'
import { confidenceOf, readTraitWeights } from '../confidence.ts'
import { Inside } from '../inside.ts'
import { type Lexicons, loadLexicons } from '../lexicons.ts'
import { type Listener, propose, ruleOf } from '../propose.ts'
import { quotationsOf, saysSomething } from '../quotations.ts'
import { readRelationModel } from '../relation-model.ts'
import type { Stretch } from '../speech.ts'
import { View } from '../view.ts'

/** Runs every fact rule over the article, answers the grammar of what they propose, and keeps one of each fact. */
export default stage({
  name: 'facts',
  needs: { article, tokens, sentences, tags, parse, clauses, entities, values },
  gives: { facts, statements },
  options: z.strictObject({
    /**
     * Proposals below this confidence are dropped; 0 to 1. A fact that is right less often than half the F-score of all
     * facts costs more than it brings.
     */
    confidence: z.number().min(0).max(1).default(0.3),
    /** What tells how often a fact is right. */
    judge: z.string().default('confidence-en'),
    /** The classifier of relations, and the word classes it reads with. */
    relations: z.string().default('relations-en'),
    words: z.string().default('words-en'),
  }),

  load({ confidence: least, judge, relations, words }, resources) {
    const lexicons = loadLexicons(resources)
    const known = resources.model(relations)
    const measured = resources.model(judge)
    const traits = readTraitWeights(measured.card, measured.weights)
    const learning = {
      model: readRelationModel(known.card, known.weights),
      clusters: Clusters.read(resources.model(words).weights),
    }

    return (layers, say) => {
      const view = new View(layers, lexicons, learning)
      const listener = say.trace && tracing(view, say.trace)
      const kept: Qualified[] = []
      for (const proposal of propose(view, listener)) {
        // the rule's own trust has done its work
        proposal.confidence = confidenceOf(view, proposal, traits)
        if (proposal.confidence >= least) kept.push(proposal)
        else listener?.refused(proposal, `confidence ${proposal.confidence} is below ${least}`)
      }
      if (say.trace) for (const proposal of kept) say.trace({ ...traceOf(view, proposal), verdict: 'kept' })
      const said = outermost(saidIn(kept))
      return {
        facts: assemble(layers.article.text, kept, layers.entities, layers.values),
        statements: withAttitudes(view, Tree.of(layers.tokens, layers.tags, layers.parse), said, lexicons),
      }
    }
  },
})

const traceOf = (view: View, { at, type, evidence, arguments: filled, ...named }: Qualified) => ({
  rule: ruleOf(named),
  ...evidence,
  type,
  at: view.tokens.start[at]!,
  uses: filled.map(({ filler }) => fillerId(filler)),
})

const tracing = (view: View, trace: NonNullable<Say['trace']>): Listener => ({
  refused: (proposal, why) => trace({ ...traceOf(view, proposal), verdict: 'refused', why }),
  declined: (rule, at, why) => {
    const { start, end } = view.span(at, at + 1)
    trace({ rule, start, end, at: start, verdict: 'declined', why })
  },
})

/** The statements by place; those that one cue introduces are one. */
function saidIn(proposals: readonly Qualified[]): Said[] {
  const byCue = new Map<number, { source: Span; cue: Span; contents: Span[] }>()
  for (const { speech, arguments: filled } of proposals) {
    const content = filled.find(({ role }) => role === 'content')?.filler
    if (!speech || !content || !('span' in content)) continue
    const { source, cue, parts = [content.span] } = speech
    const said = byCue.get(cue.start)
    if (said) said.contents.push(...parts)
    else byCue.set(cue.start, { source, cue, contents: [...parts] })
  }
  const found = [...byCue.values()]
  for (const { contents } of found) contents.sort(bySpan)
  return found.sort((a, b) => bySpan(a.cue, b.cue))
}

/** Without what is said inside of what somebody else says. */
function outermost(said: readonly Said[]): Said[] {
  const inside = new Inside(
    said.flatMap((one) => one.contents),
    (span) => span,
  )
  return said.filter(({ cue }) => !inside.covers(cue))
}

/** What is said, and what people think of things where no statement tells it, by place. */
function withAttitudes(view: View, tree: Tree, said: readonly Said[], { attitudes }: Lexicons): Said[] {
  const told: Stretch[] = []
  const words: Stretch[] = []
  for (const { cue, contents } of said) {
    for (const span of contents) told.push(view.stretch(span))
    words.push(view.stretch(cue))
  }
  for (const one of quotationsOf(view)) if (saysSomething(view, one)) words.push(one)
  const span = ({ from, to }: Stretch): Span => view.span(from, to)
  const all = [...said]
  for (const { source, cue, contents } of attitudesOf(view, tree, attitudes, told, words))
    all.push({ source: source && span(source), cue: span(cue), contents: contents.map(span) })
  return all.sort((a, b) => bySpan(a.cue, b.cue))
}
