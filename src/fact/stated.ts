import type { FactTypeName } from '../doc/fact-types.ts'
import type { Proposal } from './fact-rule.ts'
import type { Filler } from './filler.ts'

const idOf = (filler: Filler): string =>
  'entity' in filler ? filler.entity.id : 'value' in filler ? filler.value.id : `${filler.span.start}`

/** What the proposals of an article say so far, to be asked before another one says it again. */
export class Stated {
  readonly #byType = new Map<FactTypeName, Proposal[]>()

  constructor(proposals: readonly Proposal[]) {
    for (const proposal of proposals) {
      const list = this.#byType.get(proposal.type) ?? []
      list.push(proposal)
      this.#byType.set(proposal.type, list)
    }
  }

  of(...types: FactTypeName[]): readonly Proposal[] {
    return types.flatMap((type) => this.#byType.get(type) ?? [])
  }

  /** Does a proposal of one of the types hold both, in whatever roles? */
  joins(a: Filler, b: Filler, ...types: FactTypeName[]): boolean {
    const [one, other] = [idOf(a), idOf(b)]
    return this.of(...types).some((proposal) => {
      const ids = proposal.arguments.map(({ filler }) => idOf(filler))
      return ids.includes(one) && ids.includes(other)
    })
  }

  /** The proposals of a type whose role is filled with this. */
  with(type: FactTypeName, role: string, filler: Filler): readonly Proposal[] {
    const id = idOf(filler)
    return this.of(type).filter((proposal) =>
      proposal.arguments.some((one) => one.role === role && idOf(one.filler) === id),
    )
  }
}
