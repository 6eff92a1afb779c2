import { distinct, type Qualified, refusal } from './assemble.ts'
import type { Proposal } from './fact-rule.ts'
import { grammarAt } from './qualify.ts'
import { FACT_RULES } from './rules.ts'
import type { View } from './view.ts'

/** Is told of a proposal that is dropped, and why. */
export type Refuse = (proposal: Qualified, why: string) => void

/** What a rule holds for less likely right than wrong is not proposed. */
const LEAST_TRUST = 0.5

/** What the rules find in an article, with its grammar answered: one proposal for each fact. */
export function propose(view: View, refuse?: Refuse): Qualified[] {
  const proposals: Qualified[] = []
  for (const rule of FACT_RULES) {
    for (const proposal of rule.find(view, proposals)) {
      const qualified = qualify(view, proposal, rule.name)
      const broken = refusal(proposal)
      if (broken !== undefined) refuse?.(qualified, broken)
      else if (proposal.confidence < LEAST_TRUST) refuse?.(qualified, `its rule trusts it ${proposal.confidence} only`)
      else proposals.push(qualified)
    }
  }
  const typed = new Set(proposals.filter(covers).map(({ at }) => at))
  const rest = proposals.filter((proposal) => {
    if (proposal.type !== 'action' || !typed.has(proposal.at)) return true
    refuse?.(proposal, 'a typed fact covers the clause')
    return false
  })
  return distinct(rest, (loser) => refuse?.(loser, 'another proposal says the same'))
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
