import clauses from './stages/clauses.ts'
import parse from './stages/parse.ts'
import tags from './stages/tags.ts'

export const parseStages = [tags, parse, clauses]
