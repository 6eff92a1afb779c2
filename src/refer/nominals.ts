import type { Candidates } from './candidates.ts'
import type { Figure } from './figure.ts'
import type { Nominal } from './knowledge.ts'
import type { Scene } from './scene.ts'

const DEFINITE = new Set(['the', 'this', 'that'])
/** Behind these the noun goes on to say which one it means, and it is not one we know. */
const NARROWING = new Set('of that who whom whose which where between behind for called named'.split(' '))
/** Words that may stand before the noun without telling one from another. */
const IDLE = new Set(
  'giant troubled embattled ailing beleaguered former current incumbent popular famous renowned leading prominent whole entire local influential powerful veteran longtime long-time outgoing veteran late landlocked neighbouring neighboring now same new troubled tiny vast small large big major state-owned state-run listed african asian european american latin north south east west northern southern eastern western central caribbean arab middle oil-rich coastal island capital'.split(
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
  const head = aged ? i + 1 : headOfRun(scene, i)
  if (head === -1 || (!aged && scene.figureOf[head] !== -1)) return undefined
  const isPlural = /^NNP?S$/.test(tree.xpos(head)) && tree.lower(head) !== tree.lemma(head)
  const noun = aged ? 'person' : isPlural ? tree.lower(head) : scene.noun(head)
  if (isPlural && !knowledge.nominals.has(noun)) return undefined
  if (tree.child(head, 'cop') !== -1) return undefined
  const next = tree.lower(head + 1)
  const isShared = (next === 'and' || next === 'or') && /^(?:NOUN|ADJ)$/.test(tree.upos(head + 2))
  if ((NARROWING.has(next) && !aged) || next === '-' || isShared) return undefined
  const modifiers: string[] = []
  for (let k = i + 1; k < head; k++) {
    if (tree.upos(k) === 'PUNCT') continue
    if (OTHER.has(tree.lower(k)) || tree.is(k, 'case') || isNamed(scene, k)) return undefined
    modifiers.push(tree.lower(k))
  }
  const senses = aged
    ? [{ type: 'person' as const, subtype: '', gender: '' as const, specific: false }]
    : (knowledge.nominals.get(noun) ?? [])
  return { from: i, head, noun, modifiers, senses }
}

/** The last noun of the words behind an article, whatever a parse makes of them; -1 when none. */
function headOfRun({ tree, figureOf, sentenceOf }: Scene, article: number): number {
  let head = -1
  for (let i = article + 1; i <= article + 6 && sentenceOf[i] === sentenceOf[article]; i++) {
    const tag = tree.upos(i)
    if (tag === 'NOUN' || (tag === 'PROPN' && (figureOf[i] === -1 || head === -1))) head = i
    else if (tag !== 'ADJ' && tag !== 'NUM' && tree.lower(i) !== '-') break
  }
  return head
}

/** Is it part of a name that the noun goes with, as in *the Green Union party*? A people or place only tells which. */
function isNamed({ figureOf, figures }: Scene, i: number): boolean {
  const type = figures[figureOf[i]!]?.type
  return type !== undefined && type !== 'group' && type !== 'place'
}

/** The figure a definite noun phrase means, or -1: the best told of those the article has named, then the nearest. */
export function resolveDefinite(scene: Scene, definite: Definite, candidates: Candidates): number {
  const sentence = scene.sentenceOf[definite.head]!
  const beside = besideOf(scene, definite)
  if (beside !== -1) return beside
  let best = -1
  let bestScore = 0
  let secondScore = 0
  const considered = new Set(candidates.near(sentence, REACH[2]!))
  for (const f of namedSo(scene, definite)) {
    const candidate = candidates.of(f)
    if (candidate) considered.add(candidate)
  }
  for (const candidate of considered) {
    if (candidate.figure === -1) continue
    const figure = scene.figures[candidate.figure]!
    const told = evidence(scene, figure, definite)
    if (told === 0) continue
    const distance = sentence - candidate.sentence
    if (told < 3 && distance > (figure.type === 'person' ? 2 : REACH[told]!)) continue
    const score = told * 2 + Math.log2(1 + candidate.count) - Math.min(distance, 8) * 0.35 + candidate.prominence * 0.4
    if (score > bestScore) {
      secondScore = bestScore
      bestScore = score
      best = candidate.figure
    } else if (score > secondScore) secondScore = score
  }
  if (best === -1) return aheadOf(scene, definite, candidates)
  return bestScore - secondScore < 0.05 ? -1 : best
}

/** *the minister, Ann Lee* | *Acme, the lender*: the name that a comma parts from it, where it can be that; -1 when none. */
function besideOf(scene: Scene, { from, head, noun, senses }: Definite): number {
  const { tree, figureOf } = scene
  const behind = tree.lower(head + 1) === ',' ? head + 2 : -1
  const before = tree.lower(from - 1) === ',' && /^[,.]$/.test(tree.lower(head + 1)) ? from - 2 : -1
  for (const at of [behind, before]) {
    const figure = scene.figures[figureOf[at] ?? -1]
    if (!figure || scene.sentenceOf[at] !== scene.sentenceOf[head]) continue
    if (figure.nouns.has(noun) || senses.some((sense) => typeFits(figure, sense))) return figureOf[at]!
  }
  return -1
}

/** The figures that a noun, or one that is put for it, calls by what they are. */
function namedSo(scene: Scene, { noun, senses }: Definite): ReadonlySet<number> {
  const kinds = [
    ...senses.flatMap(({ type, subtype }) => (subtype === '' ? [] : [`${type}/${subtype}`])),
    ...(SYNONYMS.get(noun) ?? []),
  ]
  return scene.calledOrOf(noun, kinds)
}

/** One that the article names only later (*the bridge*, headline: none): the one that it then names most. */
function aheadOf(scene: Scene, definite: Definite, candidates: Candidates): number {
  let best = -1
  let most = 0
  let isTied = false
  for (const f of namedSo(scene, definite)) {
    const figure = scene.figures[f]!
    if (figure.type === 'person' || candidates.of(f) || evidence(scene, figure, definite) < 2) continue
    // the company agreed to buy Acme, a software firm: what its own sentence goes on to name is another
    if (scene.sentenceOf[figure.names[0]!.from] === scene.sentenceOf[definite.head]) continue
    const count = figure.names.length + scene.peopleOf(figure)
    isTied = isTied ? count <= most : count === most && best !== -1
    if (count > most) {
      best = f
      most = count
    }
  }
  return isTied ? -1 : best
}

/** How far back an antecedent may stand, by how well it is told. */
const REACH: Readonly<Record<number, number>> = { 1: 3, 2: 12 }

/** 0: it cannot mean the figure; 1: it may; 2: its kind is the figure's; 3: the article calls the figure so. */
function evidence(scene: Scene, figure: Figure, definite: Definite): 0 | 1 | 2 | 3 {
  const { noun, modifiers, senses } = definite
  const called = isCalled(figure, noun)
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
  if (isGeneral(noun, definite) && figure.type === 'person') return 1
  const plain = fits.some(
    ({ subtype, specific, type }) =>
      !specific && type !== 'person' && figure.subtype === undefined && COMMON.has(`${type}/${subtype}`),
  )
  if (plain || known > 0) return 1
  const fitsLoosely = fits.some(({ subtype, type }) => type === 'organization' && subtype === 'company')
  return fitsLoosely && figure.names.length >= 3 && !figure.nouns.size ? 1 : 0
}

/** Nouns that a text puts for one another, to say the same word less often. */
const SAME: readonly string[] = [
  'pm premier minister prime',
  'businessman tycoon entrepreneur magnate billionaire',
  'lawmaker mp senator legislator congressman congresswoman deputy',
  'club team side champion',
  'airline carrier',
  'chain brand retailer supermarket',
  'bank lender',
  'prison jail facility',
  'lab laboratory facility',
  'plant factory facility',
  'company firm',
  'lawyer attorney advocate counsel',
  'chairperson chairman chairwoman chair',
  'spokesperson spokesman spokeswoman',
  'writer author novelist',
  'singer musician artist',
  'scientist researcher',
  'actor star',
  'actress star',
  'player footballer striker midfielder forward',
]
const SYNONYMS = new Map<string, Set<string>>()
for (const line of SAME) {
  const words = line.split(' ')
  for (const word of words) SYNONYMS.set(word, new Set([...(SYNONYMS.get(word) ?? []), ...words]))
}

function isCalled({ nouns }: Figure, noun: string): boolean {
  if (nouns.has(noun)) return true
  for (const other of SYNONYMS.get(noun) ?? []) if (nouns.has(other)) return true
  return false
}

/** Nouns that fit whoever was spoken of last. */
const GENERAL = new Set(
  'official person man woman politician businessman businesswoman player star athlete lawmaker'.split(' '),
)
const isGeneral = (noun: string, { modifiers }: Definite): boolean => GENERAL.has(noun) && modifiers.length === 0

/** Kinds that a name of no known kind is likely to be of. */
const COMMON = new Set(['organization/company', 'organization/organization', 'product/'])

const isNationality = ({ knowledge }: Scene, word: string): boolean => knowledge.demonyms.has(word)

function typeFits(figure: Figure, { type, subtype }: Nominal): boolean {
  if (type !== figure.type) return false
  return subtype === '' || figure.subtype === undefined || subtype === figure.subtype
}

const genderFits = (figure: Figure, { gender }: Nominal): boolean =>
  gender === '' || figure.gender === '' || figure.gender === gender
