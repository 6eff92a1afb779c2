import { readFileSync } from 'node:fs'
import { parseTsv } from '../../src/base/tsv.ts'
import type { EntityType } from '../../src/doc/entity.ts'
import { Tokens } from '../../src/doc/tokens.ts'
import { readClauses } from '../../src/parse/clauses.ts'
import { Governors } from '../../src/parse/governors.ts'
import { Tree } from '../../src/parse/tree.ts'
import { describeFigures } from '../../src/refer/describe.ts'
import { gatherNames } from '../../src/refer/gather.ts'
import { resolveReferences } from '../../src/refer/resolve.ts'
import { Scene } from '../../src/refer/scene.ts'
import { resolveSpeakers } from '../../src/refer/speakers.ts'
import { trimName } from '../../src/refer/trim.ts'
import { knowledge } from './marked.ts'

const rows = (name: string) => parseTsv(readFileSync(`pipelines/lexicons/${name}.tsv`, 'utf8'), name)
const lexicons = {
  governors: new Governors(rows('governors')),
  agents: new Set(rows('agents').map(({ word }) => word!)),
  undergone: new Set(rows('undergone').map(({ word }) => word!)),
}

/**
 * Sentences written as trees, parted by blank lines: a token a line, `word lemma XPOS UPOS head relation`, and for the
 * tokens of a name its type.
 */
export function grown(written: string) {
  const text: string[] = []
  const start: number[] = []
  const end: number[] = []
  const head: number[] = []
  const tags = { lemma: [] as string[], xpos: [] as string[], upos: [] as string[] }
  const deprel: string[] = []
  const types: (string | undefined)[] = []
  const bounds: [number, number][] = []
  let length = 0
  for (const sentence of written.trim().split(/\n\s*\n/)) {
    const from = start.length
    for (const line of sentence.trim().split('\n')) {
      const [word, lemma, xpos, upos, above, relation, type] = line.trim().split(' ')
      start.push(length)
      end.push(length + word!.length)
      text.push(word!)
      length += word!.length + 1
      tags.lemma.push(lemma!)
      tags.xpos.push(xpos!)
      tags.upos.push(upos!)
      head.push(above === '0' ? -1 : from + Number(above) - 1)
      deprel.push(relation!)
      types.push(type)
    }
    bounds.push([from, start.length])
  }
  const source = text.join(' ')
  const tokens = new Tokens(source, Int32Array.from(start), Int32Array.from(end), new Int32Array(start.length))
  const sentences = bounds.map(([from, to]) => ({
    ...tokens.span(from, to),
    from,
    to,
    paragraph: 0,
    zone: 'body' as const,
  }))
  const tree = new Tree(tokens, tags, { head: Int32Array.from(head), deprel })
  return { tree, sentences, text, types }
}

/** Who is who in sentences written as trees. Gives every thing as `name: what else means it`. */
export function told(written: string): string[] {
  const { tree, sentences, text, types } = grown(written)
  const { tokens } = tree
  const named = types.flatMap((type, i) => {
    if (type === undefined || types[i - 1] === type) return []
    let to = i + 1
    while (types[to] === type) to++
    const mention = {
      ...tokens.span(i, to),
      type: type as EntityType,
      subtype: undefined,
      source: 'model' as const,
      score: 0.8,
    }
    return trimName(mention, tokens, knowledge) ?? []
  })
  const figures = gatherNames(named, tokens, knowledge)
  const scene = new Scene(tree, sentences, readClauses(tree, sentences, lexicons), figures, knowledge)
  describeFigures(scene)
  resolveReferences(scene)
  resolveSpeakers(scene)
  return figures.map(({ name, references }) => {
    const others = references.filter(({ kind }) => kind !== 'name').sort((a, b) => a.from - b.from)
    return `${name}: ${others.map(({ from, to }) => text.slice(from, to).join(' ')).join(', ')}`
  })
}
