import type { Clause } from '../doc/clause.ts'
import type { Scene } from './scene.ts'

/** Verbs of saying, as lemmas. */
export const SAYING: ReadonlySet<string> = new Set(
  'say tell add note explain state stress announce claim argue warn remark conclude recall admit insist reveal comment declare write ask reply respond observe emphasise emphasize point continue describe report confirm acknowledge joke lament maintain underline underscore highlight'.split(
    ' ',
  ),
)
const ONE = new Set(['i', 'me', 'my', 'mine', 'myself'])
const MANY = new Set(['we', 'us', 'our', 'ours', 'ourselves'])

/** Gives *I* and *we* inside quotations to who speaks: *we* to the organization that speaks or that the speaker stands for. */
export function resolveSpeakers(scene: Scene): void {
  const { tree, quoteOf } = scene
  const { speakers, told } = findSpeakers(scene)
  const spokenFor = new Map<number, number>()
  for (let i = 0; i < tree.tokens.count; i++) {
    const speaker = speakers.get(quoteOf[i]!)
    if (speaker === undefined || scene.figureOf[i] !== -1) continue
    const { type } = scene.figures[speaker]!
    const word = tree.lower(i)
    if (ONE.has(word) && type === 'person') scene.refer(speaker, { from: i, to: i + 1, kind: 'pronoun' })
    else if (MANY.has(word) && told.has(quoteOf[i]!)) {
      if (!spokenFor.has(speaker))
        spokenFor.set(speaker, type === 'organization' ? speaker : organizationOf(scene, speaker))
      const body = spokenFor.get(speaker)!
      if (body !== -1) scene.refer(body, { from: i, to: i + 1, kind: 'pronoun' })
    }
  }
}

/**
 * Quotation -> the figure that speaks: the subject of a verb of saying outside it, in a sentence that it stands in or that
 * leads up to it (`told`); else whoever spoke last in the paragraph or at the end of the one before.
 */
function findSpeakers(scene: Scene): { speakers: Map<number, number>; told: Set<number> } {
  const { sentences, quoteOf } = scene
  const saidIn = new Map<number, number>()
  for (const clause of scene.clauses) {
    const speaker = speakerOf(scene, clause)
    if (speaker !== -1 && !saidIn.has(scene.sentenceOf[clause.head]!))
      saidIn.set(scene.sentenceOf[clause.head]!, speaker)
  }
  const speakers = new Map<number, number>()
  const told = new Set<number>()
  const open: number[] = []
  let last = -1
  let lastParagraph = -2
  sentences.forEach(({ from, to, paragraph }, s) => {
    const said = saidIn.get(s)
    for (let i = from; i < to; i++) {
      const quote = quoteOf[i]!
      if (quote === 0 || speakers.has(quote)) continue
      if (said !== undefined) {
        speakers.set(quote, said)
        told.add(quote)
      } else if (!open.includes(quote)) open.push(quote)
    }
    // a quotation that began in an earlier sentence and that this one says who spoke
    if (said !== undefined) {
      last = said
      lastParagraph = paragraph
    }
    const goesOn =
      quoteOf[to - 1] !== 0 && s + 1 < sentences.length && quoteOf[sentences[s + 1]!.from] === quoteOf[to - 1]
    if (open.length > 0 && !goesOn) {
      for (const quote of open.splice(0))
        if (!speakers.has(quote) && last !== -1 && paragraph - lastParagraph <= 1) {
          speakers.set(quote, last)
          lastParagraph = paragraph
        }
    }
  })
  return { speakers, told }
}

/** Who says something in a clause: its subject, where its verb is one of saying and stands outside quotations. */
function speakerOf(scene: Scene, clause: Clause): number {
  if (!SAYING.has(clause.lemma.split(' ')[0]!) || scene.quoteOf[clause.head] !== 0 || clause.voice === 'passive')
    return -1
  for (const { head } of clause.subjects) {
    const figure = scene.figureOf[head]!
    if (figure !== -1) return figure
  }
  if (clause.subjects.length > 0) return -1
  // congratulated him, saying: "…"
  if (scene.tree.xpos(clause.head) !== 'VBG') return besideVerb(scene, clause.head)
  const above = scene.clauses[clause.parent]
  return above?.subjects.map(({ head }) => scene.figureOf[head]!).find((figure) => figure !== -1) ?? -1
}

const MOST_BESIDE = 4

/** *said Ann Lee*, which a parse may take for an object: the figure right behind the verb, or right before it. */
function besideVerb({ tree, figureOf, sentenceOf }: Scene, verb: number): number {
  for (const step of [1, -1]) {
    for (let k = 1, i = verb + step; k <= MOST_BESIDE; k++, i += step) {
      if (sentenceOf[i] !== sentenceOf[verb] || tree.upos(i) === 'PUNCT' || tree.upos(i) === 'VERB') break
      if (figureOf[i] !== -1) return figureOf[i]!
    }
  }
  return -1
}

/** The organization that a person's post names: *Acme chairman Ann Lee*, *Ann Lee, chairman of Acme*; -1 when none. */
function organizationOf(scene: Scene, person: number): number {
  const { tree } = scene
  for (const reference of scene.figures[person]!.references) {
    if (reference.kind !== 'name') continue
    let top = scene.headOf(reference)
    while (tree.head[top]! >= 0 && /^(?:appos|flat|compound)/.test(tree.deprel[top]!)) top = tree.head[top]!
    for (let i = tree.first[top]!; i < tree.behind[top]!; i++) {
      const figure = scene.figureOf[i]!
      if (figure !== -1 && scene.figures[figure]!.type === 'organization') return figure
    }
  }
  return -1
}
