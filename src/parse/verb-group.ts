import type { Modality, Polarity, Tense } from '../doc/fact.ts'
import type { Tree } from './tree.ts'

/** What the verb and its auxiliaries say by themselves. */
export interface VerbGroup {
  from: number
  to: number
  /** Has it a tense of its own? A participle or an infinitive has none. */
  finite: boolean
  form: 'finite' | 'infinitive' | 'participle' | 'gerund' | 'bare'
  tense: Tense
  /** `will`: planned of an agent, expected of anything else. */
  modality: Modality | 'will'
  polarity: Polarity
  passive: boolean
  /** Has it auxiliaries or a copula of its own? */
  chained: boolean
  particle: string
}

const WILL = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would', "'d", '’d', 'going', 'gonna'])
const FUTURE = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'would', 'may', 'might', 'could'])
const HAVE = new Set(['have', 'has', "'ve", '’ve', 'had', 'having', "'d", '’d', "'s", '’s'])
const DENIAL = new Set(['not', "n't", 'n’t', 'nt', 'never', 'neither', 'nor'])
/** Adverbs that make a statement a guess. */
const PERHAPS = new Set([
  'possibly',
  'perhaps',
  'maybe',
  'probably',
  'likely',
  'potentially',
  'presumably',
  'apparently',
  'supposedly',
])
/** Verbs that nothing is done by: their bare participle with a subject is a past tense. */
const NEVER_PASSIVE = new Set(
  (
    'decline agree refuse fail vow threaten hope try attempt intend seem appear tend happen decide continue struggle ' +
    'rise fall climb drop slip jump surge soar plunge tumble slump rally rebound retreat advance gain dip edge'
  ).split(' '),
)
const NOBODY = new Set(['nobody', 'none', 'nothing', 'neither'])

/** Reads the auxiliaries, particle and negation of a predicate. */
export function readVerbGroup(tree: Tree, head: number): VerbGroup {
  const copula = tree.child(head, 'cop')
  const chain: number[] = []
  let from = copula === -1 ? head : copula
  let to = from + 1
  let particle = ''
  let passive = false
  let infinitive = false
  let polarity: Polarity = 'positive'
  let guessed = false
  const take = (i: number): void => {
    from = Math.min(from, i)
    to = Math.max(to, i + 1)
  }
  for (const child of tree.children(head)) {
    const relation = tree.deprel[child]!
    const lower = tree.lower(child)
    if (relation === 'aux' || relation === 'aux:pass' || relation === 'cop') {
      chain.push(child)
      take(child)
      if (relation === 'aux:pass') passive = true
    } else if (relation === 'compound:prt') {
      particle = particle === '' ? lower : `${particle} ${lower}`
      take(child)
    } else if (relation === 'nsubj:pass' || relation === 'csubj:pass') passive = true
    else if (relation === 'mark' && tree.xpos(child) === 'TO') infinitive = true
    else if (relation === 'advmod' && PERHAPS.has(lower)) guessed = true
    else if (relation === 'advmod' || relation === 'cc:preconj' || relation === 'cc') {
      if (DENIAL.has(lower) || (lower === 'longer' && tree.lower(child - 1) === 'no')) {
        polarity = 'negative'
        if (relation === 'advmod') take(child)
      }
    }
    if (relation.startsWith('nsubj') || relation === 'obj') {
      const no = tree.child(child, 'det')
      if ((no !== -1 && tree.lower(no) === 'no') || NOBODY.has(lower)) polarity = 'negative'
      else if (lower === 'one' && tree.lower(child - 1) === 'no') polarity = 'negative'
    }
  }
  const first = chain[0]
  const verb = copula === -1 ? head : copula
  const finiteToken = first ?? verb
  const xpos = tree.xpos(finiteToken)
  // One literal for all answers: the objects are alike, and those who read them are the faster for it.
  const answer = (
    form: VerbGroup['form'],
    tense: Tense,
    modality: VerbGroup['modality'] = guessed ? 'expected' : 'asserted',
  ): VerbGroup => ({
    from,
    to,
    polarity,
    particle,
    modality,
    chained: chain.length > 0,
    finite: form === 'finite',
    form,
    tense,
    passive,
  })
  if (xpos === 'MD') {
    const word = tree.lower(finiteToken)
    const perfect = chain.some((i) => i !== first && HAVE.has(tree.lower(i)))
    const tense = perfect && word !== 'will' ? 'past' : FUTURE.has(word) ? 'future' : 'present'
    return answer('finite', tense, WILL.has(word) && !guessed ? 'will' : 'expected')
  }
  if (!infinitive && (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP')) {
    const perfect = first !== undefined && HAVE.has(tree.lower(first)) && verb !== first
    return answer('finite', xpos === 'VBD' || perfect ? 'past' : 'present')
  }
  if (infinitive) return answer('infinitive', 'future')
  if (xpos === 'VBG') return answer('gerund', 'present')
  if (xpos === 'VBN') {
    // *based in Seoul*: a participle without auxiliary is passive, unless it has an object (*having sold it*).
    const bare = chain.length === 0 && tree.child(head, 'obj') === -1
    // *The aide declined to say*: by the tree a clause of its own, by the tag a participle
    if (bare && !passive && NEVER_PASSIVE.has(tree.lemma(head)) && tree.child(head, 'nsubj') !== -1)
      return answer('finite', 'past')
    passive ||= bare
    return answer('participle', 'past', 'asserted')
  }
  return answer('bare', 'present')
}
