import type { Candidates } from './candidates.ts'
import type { Figure } from './figure.ts'
import type { Nominal } from './knowledge.ts'
import type { Scene } from './scene.ts'

const DEFINITE = new Set(['the', 'this', 'that'])
/** Behind these the noun goes on to say which one it means, and it is not one we know. */
const NARROWING = new Set('of that who whom whose which where between behind for called named'.split(' '))
/** Words that may stand before the noun without telling one from another. */
const IDLE = new Set(
  'giant troubled embattled ailing beleaguered former current incumbent popular famous renowned leading prominent whole entire local influential powerful veteran longtime long-time outgoing veteran late landlocked neighbouring neighboring now same new'.split(
    ' ',
  ),
)
/** Words that make it another one. */
const OTHER = new Set('other another second third latter next last own such each every first rival parent'.split(' '))
const AGED = /^(?:now-)?(\d{1,3}|\p{L}+(?:-\p{L}+)?)-years?-olds?$/u

/** A definite noun phrase that may mean a figure. */
export interface Definite {
  from: number
  /** The token of its noun. */
  head: number
  noun: string
  /** Its words between article and noun. */
  modifiers: readonly string[]
  senses: readonly Nominal[]
}

/** The definite noun phrase that begins at token `i`, where there is one that stands for somebody or something. */
export function definiteAt(scene: Scene, i: number): Definite | undefined {
  const { tree, knowledge } = scene
  if (!DEFINITE.has(tree.lower(i)) || scene.figureOf[i] !== -1) return undefined
  const aged = AGED.test(tree.lower(i + 1)) && tree.upos(i + 2) !== 'NOUN' && tree.upos(i + 2) !== 'ADJ'
  const head = aged ? i + 1 : tree.head[i]!
  if (head <= i || head - i > 6 || scene.sentenceOf[head] !== scene.sentenceOf[i]) return undefined
  if (!aged && (!tree.is(i, 'det') || scene.figureOf[head] !== -1)) return undefined
  if (!aged && tree.upos(head) !== 'NOUN' && tree.upos(head) !== 'PROPN') return undefined
  if (/^NNP?S$/.test(tree.xpos(head)) && tree.lower(head) !== tree.lemma(head)) return undefined
  if (tree.child(head, 'cop') !== -1 || tree.is(head, 'appos')) return undefined
  if (NARROWING.has(tree.lower(head + 1)) || tree.lower(head + 1) === '-') return undefined
  const modifiers: string[] = []
  for (let k = i + 1; k < head; k++) {
    if (tree.upos(k) === 'PUNCT') continue
    if (OTHER.has(tree.lower(k)) || tree.is(k, 'case')) return undefined
    modifiers.push(tree.lower(k))
  }
  for (const child of tree.children(head)) {
    if (child > head && (tree.is(child, 'conj') || tree.is(child, 'appos')) && scene.figureOf[child] !== -1)
      return undefined
  }
  const noun = aged ? 'person' : scene.noun(head)
  const senses = aged
    ? [{ type: 'person' as const, subtype: '', gender: '' as const, specific: false }]
    : (knowledge.nominals.get(noun) ?? [])
  return { from: i, head, noun, modifiers, senses }
}

/** The figure a definite noun phrase means, or -1: the best told of those the article has named, then the nearest. */
export function resolveDefinite(scene: Scene, definite: Definite, candidates: Candidates): number {
  const sentence = scene.sentenceOf[definite.head]!
  let best = -1
  let bestScore = 0
  let secondScore = 0
  for (const candidate of candidates.met) {
    const figure = scene.figures[candidate.figure]!
    const told = evidence(scene, figure, definite)
    if (told === 0) continue
    const distance = sentence - candidate.sentence
    if (told < 3 && distance > REACH[told]!) continue
    const score = told * 2 + Math.log2(1 + candidate.count) - Math.min(distance, 8) * 0.35 + candidate.prominence * 0.4
    if (score > bestScore) {
      secondScore = bestScore
      bestScore = score
      best = candidate.figure
    } else if (score > secondScore) secondScore = score
  }
  return bestScore - secondScore < 0.05 ? -1 : best
}

/** How far back an antecedent may stand, by how well it is told. */
const REACH: Readonly<Record<number, number>> = { 1: 3, 2: 12 }

/** 0: it cannot mean the figure; 1: it may; 2: its kind is the figure's; 3: the article calls the figure so. */
function evidence(scene: Scene, figure: Figure, { noun, modifiers, senses }: Definite): 0 | 1 | 2 | 3 {
  const called = figure.nouns.has(noun)
  const fits = senses.filter((sense) => typeFits(figure, sense) && genderFits(figure, sense))
  if (!called && fits.length === 0) return 0
  let known = 0
  for (const word of modifiers) {
    if (figure.modifiers.has(word) || figure.words.has(word)) known++
    else if (!IDLE.has(word) && !isNationality(scene, word) && !/\d/.test(word)) return 0
  }
  if (called) return 3
  const sure = fits.some(({ subtype, specific }) => subtype !== '' && subtype === figure.subtype && !specific)
  if (sure) return 2
  // a noun that asks for more than its kind wants more than its kind
  const plain = fits.some(
    ({ subtype, specific, type }) =>
      !specific && type !== 'person' && figure.subtype === undefined && COMMON.has(`${type}/${subtype}`),
  )
  return plain || known > 0 ? 1 : 0
}

/** Kinds that a name of no known kind is likely to be of. */
const COMMON = new Set(['organization/company', 'organization/organization', 'product/'])

const isNationality = ({ knowledge }: Scene, word: string): boolean => knowledge.demonyms.has(word)

function typeFits(figure: Figure, { type, subtype }: Nominal): boolean {
  if (type !== figure.type) return false
  return subtype === '' || figure.subtype === undefined || subtype === figure.subtype
}

const genderFits = (figure: Figure, { gender }: Nominal): boolean =>
  gender === '' || figure.gender === '' || figure.gender === gender
