import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../base/folder.ts'
import {
  CONFIDENCE_TRAITS_VERSION,
  speaksForItself,
  type TraitWeights,
  weighted,
  weightOf,
} from '../fact/confidence.ts'
import { FactJudge, type JudgedFact, type Trait } from './judged-facts.ts'
import { asTable, inOneLine, reliabilityOf, type Told } from './reliability.ts'
import { type Observation, ridge } from './ridge.ts'

/** Fold 3 is what the figures are told on. */
const FOLDS = [1, 2]
/** How much a fact of KnowledgeNet counts: its texts are no news, and tell of few kinds of fact. */
const PASSAGE_WEIGHT = 0.2
/** The penalty on a trait's weight: a rule seen a few times stays near the mean of all. */
const CAUTION = 3
/** The penalty on what all facts share. */
const FREE = 1e-4

/** What the weights are learned from. */
export interface Lessons {
  /** Facts of the annotated articles, which the figures are told on, each by what the other articles teach. */
  news: readonly JudgedFact[]
  /** Facts of KnowledgeNet. */
  passages: readonly JudgedFact[]
}

/** Traits of a fact; `traitsOf` gives more than a model that it is compared with may see. */
type Seen = (fact: JudgedFact) => readonly Trait[]

/** Learns how often a fact is right, and writes the model under `out`. `folder` holds `gold/`, `bench/` and `data/`. */
export async function trainConfidence(folder: string, out: string, say: (line: string) => void): Promise<void> {
  const lessons = await readLessons(await FactJudge.open(folder))
  const { news, passages } = lessons
  say(`${news.length} facts of news, ${passages.length} of KnowledgeNet`)
  const byTrust = news.map(({ proposal, right }) => ({ probability: proposal.confidence, right }))
  const compared: [string, Told[]][] = [
    ['the same for all', crossValidated(lessons, () => [['all', '', 1]])],
    ['what the rules say of themselves', byTrust],
    ['the share of each rule', crossValidated(lessons, ownShare)],
    ['this model', crossValidated(lessons)],
  ]
  for (const [name, told] of compared) say(`  ${name.padEnd(34)}${inOneLine(reliabilityOf(told))}`)
  for (const line of asTable(reliabilityOf(compared.at(-1)![1]))) say(line)
  write(out, learn(lessons), say)
}

/** Those that the classifier of relations proposes are left out: it has its own measure, and has seen KnowledgeNet. */
export async function readLessons(judge: FactJudge): Promise<Lessons> {
  const taught = ({ proposal }: JudgedFact): boolean => !speaksForItself(proposal)
  const folds = await Promise.all(FOLDS.map((fold) => judge.passages(fold)))
  return { news: (await judge.articles()).filter(taught), passages: folds.flat().filter(taught) }
}

const ownShare: Seen = ({ traits, proposal: { rule } }) =>
  traits.filter(([kind]) => kind === 'all' || kind === 'rule' || kind === rule)

const everything: Seen = ({ traits }) => traits

/** Every fact of the news by weights that the other articles teach. */
export function crossValidated({ news, passages }: Lessons, seen: Seen = everything): Told[] {
  const texts = [...new Set(news.map(({ text }) => text))]
  return texts.flatMap((text) => {
    const weights = weighted(learn({ news: news.filter((fact) => fact.text !== text), passages }, seen))
    return news.filter((fact) => fact.text === text).map((fact) => tell(seen(fact), weights, fact.right))
  })
}

/** What a sheet tells of a fact, by these weights. */
export const toldBy = ({ proposal, traits, right }: JudgedFact, weights: TraitWeights): Told =>
  speaksForItself(proposal) ? { probability: proposal.confidence, right } : tell(traits, weights, right)

function tell(traits: readonly Trait[], weights: TraitWeights, right: boolean): Told {
  let sum = 0
  for (const [kind, name, amount] of traits) sum += amount * weightOf(weights, kind, name)
  return { probability: 1 / (1 + Math.exp(-sum)), right }
}

/** The weight of each trait that a fact has. */
function learn({ news, passages }: Lessons, seen: Seen = everything): Trait[] {
  const numbers = new Map<string, number>()
  const met: [kind: string, name: string][] = []
  const numberOf = (kind: string, name: string): number => {
    const key = `${kind} ${name}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, met.length)
    return met.push([kind, name]) - 1
  }
  const observe = (facts: readonly JudgedFact[], weight: number): Observation[] =>
    facts.map((fact) => ({
      features: seen(fact).map(([kind, name, amount]): [number, number] => [numberOf(kind, name), amount]),
      outcome: fact.right,
      weight,
    }))
  const observations = [...observe(news, 1), ...observe(passages, PASSAGE_WEIGHT)]
  const weights = ridge(
    observations,
    met.map(([kind]) => (kind === 'all' ? FREE : CAUTION)),
  )
  return met.map(([kind, name], i) => [kind, name, weights[i]!])
}

function write(out: string, learned: readonly Trait[], say: (line: string) => void): void {
  const folder = join(out, 'confidence-en')
  makeFolder(folder)
  const keyOf = ([kind, name]: Trait): string => `${kind} ${name}`
  const ordered = [...learned].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const buffer = Buffer.alloc(4 * ordered.length)
  ordered.forEach(([, , weight], i) => {
    buffer.writeFloatLE(weight, 4 * i)
  })
  writeFileSync(join(folder, 'weights.bin'), buffer)
  const sha256 = createHash('sha256').update(buffer).digest('hex')
  const traits = ordered.map(([kind, name]) => [kind, name])
  const card = { name: 'confidence-en', features: CONFIDENCE_TRAITS_VERSION, sha256, traits }
  writeFileSync(join(folder, 'model.json'), `${JSON.stringify(card)}\n`)
  say(`${folder}: ${traits.length} weights`)
}
