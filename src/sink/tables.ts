/** A column: its name and its type in DuckDB. */
export type Column = readonly [name: string, type: string]

export interface Table {
  name: string
  about: string
  /** Besides `article`, the id of the article, which every table but `article` begins with. */
  columns: readonly Column[]
}

const span: readonly Column[] = [
  ['start_offset', 'INTEGER'],
  ['end_offset', 'INTEGER'],
  ['text', 'VARCHAR'],
]

/**
 * The tables of a store: a fact sheet in rows. Ids (`E1`, `F3`) are those of the sheet and count within the article; offsets are
 * UTF-16 code units of `article.text`. DuckDB, Parquet and CSV are made of this one list.
 */
export const TABLES: readonly Table[] = [
  {
    name: 'article',
    about: 'an article as read, and what read it',
    columns: [
      ['id', 'VARCHAR'],
      ['uri', 'VARCHAR'],
      ['format', 'VARCHAR'],
      ['sha256', 'VARCHAR'],
      ['headline', 'VARCHAR'],
      ['supertitle', 'VARCHAR'],
      ['section', 'VARCHAR'],
      ['published', 'VARCHAR'],
      ['published_grain', 'VARCHAR'],
      ['published_day', 'DATE'],
      ['dateline', 'VARCHAR'],
      ['byline', 'VARCHAR'],
      ['credit', 'VARCHAR'],
      ['language', 'VARCHAR'],
      ['text', 'VARCHAR'],
      ['sentences_with_facts', 'INTEGER'],
      ['pipeline', 'VARCHAR'],
      ['pipeline_version', 'VARCHAR'],
      ['pipeline_hash', 'VARCHAR'],
    ],
  },
  {
    name: 'sentence',
    about: 'its sentences',
    columns: [['id', 'VARCHAR'], ['paragraph', 'INTEGER'], ['zone', 'VARCHAR'], ...span],
  },
  {
    name: 'entity',
    about: 'who and what is named in it',
    columns: [
      ['id', 'VARCHAR'],
      ['type', 'VARCHAR'],
      ['subtype', 'VARCHAR'],
      ['name', 'VARCHAR'],
      ['aliases', 'VARCHAR[]'],
      ['mentions', 'INTEGER'],
      ['salience', 'DOUBLE'],
      ['confidence', 'DOUBLE'],
      ['wikidata', 'VARCHAR'],
    ],
  },
  {
    name: 'mention',
    about: 'every place that means an entity',
    columns: [['entity', 'VARCHAR'], ['kind', 'VARCHAR'], ...span],
  },
  {
    name: 'link',
    about: 'what an entity is in a knowledge base',
    columns: [
      ['entity', 'VARCHAR'],
      ['kb', 'VARCHAR'],
      ['id', 'VARCHAR'],
      ['confidence', 'DOUBLE'],
    ],
  },
  {
    name: 'value',
    about: 'amounts and times in normal form',
    columns: [
      ['id', 'VARCHAR'],
      ['type', 'VARCHAR'],
      ...span,
      ['number', 'DOUBLE'],
      ['number_to', 'DOUBLE'],
      ['currency', 'VARCHAR'],
      ['unit', 'VARCHAR'],
      ['per', 'VARCHAR'],
      ['iso', 'VARCHAR'],
      ['from_day', 'VARCHAR'],
      ['to_day', 'VARCHAR'],
      ['grain', 'VARCHAR'],
      ['bound', 'VARCHAR'],
      ['ambiguous', 'BOOLEAN'],
      ['equivalents', 'VARCHAR[]'],
    ],
  },
  {
    name: 'fact',
    about: 'what is stated',
    columns: [
      ['id', 'VARCHAR'],
      ['type', 'VARCHAR'],
      ['modality', 'VARCHAR'],
      ['polarity', 'VARCHAR'],
      ['tense', 'VARCHAR'],
      ['attributes', 'MAP(VARCHAR, VARCHAR)'],
      ['attributed', 'BOOLEAN'],
      ['speaker', 'VARCHAR'],
      ['speaker_name', 'VARCHAR'],
      ['statement', 'VARCHAR'],
      ['gloss', 'VARCHAR'],
      ['confidence', 'DOUBLE'],
      ['rule', 'VARCHAR'],
      ['key', 'VARCHAR'],
    ],
  },
  {
    name: 'argument',
    about: 'what fills the roles of a fact: `ref` is the id of an entity, value or fact, `text` its name or words',
    columns: [
      ['fact', 'VARCHAR'],
      ['place', 'INTEGER'],
      ['role', 'VARCHAR'],
      ['kind', 'VARCHAR'],
      ['ref', 'VARCHAR'],
      ['start_offset', 'INTEGER'],
      ['end_offset', 'INTEGER'],
      ['text', 'VARCHAR'],
    ],
  },
  {
    name: 'evidence',
    about: 'the words that carry a fact',
    columns: [['fact', 'VARCHAR'], ['place', 'INTEGER'], ...span],
  },
  {
    name: 'notice',
    about: 'what was refused, cut or ambiguous',
    columns: [
      ['code', 'VARCHAR'],
      ['start_offset', 'INTEGER'],
      ['end_offset', 'INTEGER'],
      ['detail', 'VARCHAR'],
    ],
  },
]

/** Articles that are near copies of earlier ones: known to the run, not to the sheet. */
export const COPY_TABLE: Table = {
  name: 'copy',
  about: 'near copies: the earlier article, and the share they have in common',
  columns: [
    ['of', 'VARCHAR'],
    ['similarity', 'DOUBLE'],
  ],
}

/** Ready for analysts. */
export const VIEWS: Readonly<Record<string, string>> = {
  facts_readable: `
    SELECT f.article, a.published_day, a.headline, f.type, f.gloss, f.modality, f.polarity, f.tense,
      f.speaker_name AS said_by, e.text AS evidence, f.confidence, f.rule, f.key, f.id AS fact
    FROM fact f JOIN article a ON a.id = f.article
    LEFT JOIN evidence e ON e.article = f.article AND e.fact = f.id AND e.place = 0`,
  positions: `
    SELECT f.article, a.published_day, p.text AS person, t.text AS title, o.text AS organization, c.text AS place,
      f.attributes['status'] AS status, f.modality, f.polarity, f.gloss, f.id AS fact
    FROM fact f JOIN article a ON a.id = f.article
    JOIN argument p ON p.article = f.article AND p.fact = f.id AND p.role = 'person'
    JOIN argument t ON t.article = f.article AND t.fact = f.id AND t.role = 'title'
    LEFT JOIN argument o ON o.article = f.article AND o.fact = f.id AND o.role = 'organization'
    LEFT JOIN argument c ON c.article = f.article AND c.fact = f.id AND c.role = 'place'
    WHERE f.type = 'role.holds'`,
  metrics: `
    SELECT f.article, a.published_day, f.type, m.text AS metric, o.text AS of, f.attributes['direction'] AS direction,
      v.text AS amount, v.number, v.number_to, v.currency, v.unit, v.type AS amount_type, v.bound, f.attributes['basis'] AS basis,
      d.iso AS period, f.modality, f.polarity, f.gloss, f.id AS fact
    FROM fact f JOIN article a ON a.id = f.article
    LEFT JOIN argument m ON m.article = f.article AND m.fact = f.id AND m.role IN ('metric', 'part')
    LEFT JOIN argument o ON o.article = f.article AND o.fact = f.id AND o.role IN ('of', 'whole')
    LEFT JOIN argument x ON x.article = f.article AND x.fact = f.id AND x.role = 'amount' AND x.kind = 'value'
    LEFT JOIN value v ON v.article = f.article AND v.id = x.ref
    LEFT JOIN argument y ON y.article = f.article AND y.fact = f.id AND y.role = 'period' AND y.kind = 'value'
    LEFT JOIN value d ON d.article = f.article AND d.id = y.ref
    WHERE f.type LIKE 'metric.%'`,
  statements: `
    SELECT f.article, a.published_day, s.text AS speaker, f.attributes['cue'] AS cue, f.attributes['speech'] AS speech,
      c.text AS content, f.modality, f.polarity, f.id AS fact
    FROM fact f JOIN article a ON a.id = f.article
    JOIN argument s ON s.article = f.article AND s.fact = f.id AND s.role = 'speaker'
    JOIN argument c ON c.article = f.article AND c.fact = f.id AND c.role = 'content'
    WHERE f.type = 'statement'`,
}
