import type { Entity } from '../doc/entity.ts'
import type { Span } from '../doc/span.ts'
import type { Value } from '../doc/value.ts'

/** What fills a role, before ids are given: an entity, a value, or the words themselves. */
export type Filler = { entity: Entity } | { value: Value } | { span: Span }
