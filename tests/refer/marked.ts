import type { EntityType, NameMention } from '../../src/doc/entity.ts'
import { Tokens } from '../../src/doc/tokens.ts'
import { loadKnowledge } from '../../src/refer/knowledge.ts'
import { Resources } from '../../src/stage/resources.ts'

export const knowledge = loadKnowledge(new Resources('pipelines'))

const TYPES: Readonly<Record<string, EntityType>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  R: 'product',
  E: 'event',
  G: 'group',
}

/** A text whose names are marked: `P[Ann Lee] leads O[Acme Ltd].` Every line is a paragraph. */
export function marked(written: string): { text: string; tokens: Tokens; mentions: NameMention[] } {
  let text = ''
  const mentions: NameMention[] = []
  let at = 0
  for (const match of written.matchAll(/([POLREG])\[([^\]]+)\]/g)) {
    text += written.slice(at, match.index)
    const type = TYPES[match[1]!]!
    mentions.push({
      start: text.length,
      end: text.length + match[2]!.length,
      type,
      subtype: undefined,
      source: 'model',
      score: 0.8,
    })
    text += match[2]!
    at = match.index + match[0].length
  }
  text += written.slice(at)
  return { text, tokens: tokensOf(text), mentions }
}

function tokensOf(text: string): Tokens {
  const found = [...text.matchAll(/['’]s\b|\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}\p{N}&]+(?:[-.'’](?!s\b)[\p{L}\p{N}]+)*|\S/gu)]
  const paragraph = found.map(({ index }) => text.slice(0, index).split('\n').length - 1)
  return new Tokens(
    text,
    Int32Array.from(found, ({ index }) => index),
    Int32Array.from(found, (match) => match.index + match[0].length),
    Int32Array.from(paragraph),
  )
}
