import type { Article } from './article.ts'
import type { Clause } from './clause.ts'
import type { Chain, Entity, Link, NameMention } from './entity.ts'
import type { Fact, Said } from './fact.ts'
import type { Paragraph, Parse, Sentence, Tags, Tokens, Words } from './tokens.ts'
import type { Value } from './value.ts'

declare const content: unique symbol

/** The key of a layer; `T` is what stands in it. */
export interface Layer<T> {
  readonly name: string
  readonly [content]?: T
}

const layer = <T>(name: string): Layer<T> => Object.freeze({ name })

// Every layer of a document, in the order of the flow. A layer is written once.

export const article = layer<Article>('article')

/** Sorted, without overlap; header lines and empty lines are in none. */
export const paragraphs = layer<readonly Paragraph[]>('paragraphs')
export const tokens = layer<Tokens>('tokens')
/** Sorted; every token is in exactly one. */
export const sentences = layer<readonly Sentence[]>('sentences')
export const tags = layer<Tags>('tags')
/** What the tagger saw of each token, for who reads it next. */
export const words = layer<Words>('words')

/** Names by source, each sorted by span; they may overlap until they are chosen from. */
export const modelMentions = layer<readonly NameMention[]>('modelMentions')
export const lexiconMentions = layer<readonly NameMention[]>('lexiconMentions')
export const ruleMentions = layer<readonly NameMention[]>('ruleMentions')
/** The chosen names, sorted, without overlap, each inside one sentence. */
export const mentions = layer<readonly NameMention[]>('mentions')

/** Sorted by span; ids are `V1`, `V2`, … in that order. They do not overlap. */
export const values = layer<readonly Value[]>('values')

export const parse = layer<Parse>('parse')
/** Sorted by predicate; `parent` points into this list. */
export const clauses = layer<readonly Clause[]>('clauses')

/** Sorted by first mention; ids are `E1`, `E2`, … in that order. */
export const entities = layer<readonly Entity[]>('entities')

/** Sorted by first mention. Things that nothing names are told here, and nowhere else. */
export const chains = layer<readonly Chain[]>('chains')

/** Entity id -> what it is in knowledge bases; an entity that is in none has no entry. */
export const links = layer<ReadonlyMap<string, readonly Link[]>>('links')

/** Sorted by evidence, then type; ids are `F1`, `F2`, … in that order. */
export const facts = layer<readonly Fact[]>('facts')

/**
 * Who says, wants or thinks what, by place: sorted by cue. A quotation that its cue cuts has several contents. What is
 * told inside of another statement is none of its own.
 */
export const statements = layer<readonly Said[]>('statements')
