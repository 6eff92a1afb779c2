/**
 * factwire: a news article in, a fact sheet out.
 *
 * ```ts
 * import { loadPipeline, readArticles } from 'factwire'
 *
 * const pipeline = await loadPipeline('news')
 * for await (const article of readArticles('samples/company-result.txt')) console.log(pipeline.extract(article).facts)
 * ```
 */
export { Bug, FactwireError, ReadError, SetupError, StageError } from './base/errors.ts'
export { Article, Block, Published, Zone } from './doc/article.ts'
export { Entity, EntityMention, EntityType, Link, MentionKind, SUBTYPES } from './doc/entity.ts'
export { Argument, Attribution, Fact, Modality, Polarity, Quote, Tense } from './doc/fact.ts'
export { FACT_TYPE_NAMES, FACT_TYPES, type FactType, type FactTypeName, violations } from './doc/fact-types.ts'
export { factKeys } from './doc/key.ts'
export { Notice } from './doc/notice.ts'
export { FactSheet, SCHEMA, SheetSentence } from './doc/sheet.ts'
export { Span } from './doc/span.ts'
export { Bound, Value, ValueType } from './doc/value.ts'
export { loadPipeline, type Pipeline } from './pipeline/pipeline.ts'
export { articlesOf, type ReadOptions, readArticles } from './read/files.ts'
export { sheetJsonSchema } from './sheet/json-schema.ts'
export { verifySheet } from './sheet/verify.ts'
