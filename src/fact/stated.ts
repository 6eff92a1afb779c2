import type { FactTypeName } from '../doc/fact-types.ts'
import type { Proposal } from './fact-rule.ts'
import type { Filler } from './filler.ts'

const idOf = (filler: Filler): string =>
  'entity' in filler ? filler.entity.id : 'value' in filler ? filler.value.id : `${filler.span.start}`

/** Only facts of these families are asked about. */
const ASKED = /^(?:role|org|person)\.|^event\.personnel$/

/** What the proposals of an article say so far, to be asked before another one says it again. */
export class Stated {
  /** Type and the ids of any two arguments. */
  readonly #pairs = new Set<string>()
  /** By type, role and the id that fills it. */
  readonly #byRole = new Map<string, Proposal[]>()

  constructor(proposals: readonly Proposal[]) {
    for (const proposal of proposals) {
      const { type, arguments: filled } = proposal
      if (!ASKED.test(type)) continue
      const ids = filled.map(({ filler }) => idOf(filler))
      for (const a of ids) for (const b of ids) if (a !== b) this.#pairs.add(`${type} ${a} ${b}`)
      filled.forEach(({ role }, i) => {
        const key = `${type} ${role} ${ids[i]!}`
        const list = this.#byRole.get(key)
        if (list) list.push(proposal)
        else this.#byRole.set(key, [proposal])
      })
    }
  }

  /** Does a proposal of one of the types hold both, in whatever roles? */
  joins(a: Filler, b: Filler, ...types: FactTypeName[]): boolean {
    const ids = `${idOf(a)} ${idOf(b)}`
    return types.some((type) => this.#pairs.has(`${type} ${ids}`))
  }

  /** The proposals of a type whose role is filled with this. */
  with(type: FactTypeName, role: string, filler: Filler): readonly Proposal[] {
    return this.#byRole.get(`${type} ${role} ${idOf(filler)}`) ?? []
  }
}
