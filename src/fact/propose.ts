import { distinct, type Qualified, refusal } from './assemble.ts'
import type { Proposal } from './fact-rule.ts'
import { grammarAt } from './qualify.ts'
import { FACT_RULES } from './rules.ts'
import type { View } from './view.ts'

/** Is told what becomes of proposals and clauses, while somebody asks why. */
export interface Listener {
  refused(proposal: Qualified, why: string): void
  /** A rule waits for the word at token `at`, and finds nothing to propose. */
  declined(rule: string, at: number, why: string): void
}

/** What a rule holds for less likely right than wrong is not proposed. */
const LEAST_TRUST = 0.5

/** What the rules find in an article, with its grammar answered: one proposal for each fact. */
export function propose(view: View, listener?: Listener): Qualified[] {
  const proposals: Qualified[] = []
  for (const rule of FACT_RULES) {
    if (listener) view.declined = (at, why) => listener.declined(rule.name, at, why)
    for (const proposal of rule.find(view, proposals)) {
      const qualified = qualify(view, proposal, rule.name)
      const broken = refusal(qualified)
      if (broken !== undefined) listener?.refused(qualified, broken)
      else if (qualified.confidence >= LEAST_TRUST) proposals.push(qualified)
      else listener?.refused(qualified, `its rule trusts it ${qualified.confidence} only`)
    }
  }
  const typed = new Map<number, Qualified>()
  for (const proposal of proposals) if (covers(proposal)) typed.set(proposal.at, proposal)
  const rest = proposals.filter((proposal) => {
    const other = proposal.type === 'action' ? typed.get(proposal.at) : undefined
    if (other) listener?.refused(proposal, `\`${ruleOf(other)}\` tells the clause as ${other.type}`)
    return other === undefined
  })
  return distinct(
    rest,
    listener && ((loser, winner) => listener.refused(loser, `\`${ruleOf(winner)}\` says the same, with no less`)),
  )
}

function qualify(view: View, proposal: Proposal, rule: string): Qualified {
  const grammar = grammarAt(view, proposal.at)
  return {
    type: proposal.type,
    arguments: proposal.arguments,
    attributes: proposal.attributes,
    at: proposal.at,
    modality: proposal.modality ?? grammar.modality,
    polarity: proposal.polarity ?? grammar.polarity,
    tense: proposal.tense ?? grammar.tense,
    evidence: proposal.evidence,
    confidence: proposal.confidence,
    pattern: proposal.pattern,
    same: proposal.same,
    speech: proposal.speech,
    rule,
    anchor: view.tokens.start[proposal.at]!,
  }
}

/** Does a fact say all that an action of the same clause would say? */
const covers = ({ type }: Qualified): boolean => type !== 'action' && type !== 'cause' && type !== 'entity.is_a'

/** The rule of a proposal, as the sheet names it. */
export const ruleOf = ({ rule, pattern }: Pick<Qualified, 'rule' | 'pattern'>): string =>
  pattern === undefined ? rule : `${rule}/${pattern}`
