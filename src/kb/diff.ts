import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from '../base/errors.ts'
import { emptyStore, settleStore } from '../sink/read-store.ts'
import { quoted } from '../sink/sql.ts'

/** A fact that one of two runs has and the other has not, or has otherwise. */
export interface Difference {
  change: 'added' | 'lost' | 'changed'
  article: string
  type: string
  key: string
  /** In the second run, or in the first where it is lost. */
  gloss: string
  /** What has changed: `modality: planned -> asserted`. */
  detail: string | null
}

export interface DiffSummary {
  type: string
  same: number
  added: number
  lost: number
  changed: number
}

export interface Diff {
  summary: DiffSummary[]
  /** Articles that only one of the runs has. */
  articles: { onlyFirst: number; onlySecond: number; both: number }
  differences: Difference[]
}

/** What may change in a fact whose key stays. */
const COMPARED = ['modality', 'polarity', 'tense', 'attributed', 'attributes'] as const

/**
 * Compares the facts of two runs, article by article, by their keys. `first` and `second` are output folders, stores, or
 * files of sheets; facts of articles that both have are compared, at most `limit` differences are listed.
 */
export async function diffRuns(first: string, second: string, limit: number): Promise<Diff> {
  const store = await emptyStore()
  try {
    await store.ask(`CREATE TEMP TABLE facts_a AS ${await factsOf(first, 'a', store.ask)}`)
    await store.ask(`CREATE TEMP TABLE facts_b AS ${await factsOf(second, 'b', store.ask)}`)
    const changed = COMPARED.map((name) => `a.${name} IS DISTINCT FROM b.${name}`).join(' OR ')
    const detail = COMPARED.map(
      (name) =>
        `CASE WHEN a.${name} IS DISTINCT FROM b.${name} THEN '${name}: ' || coalesce(a.${name}, '-') || ' -> ' || coalesce(b.${name}, '-') END`,
    ).join(', ')
    await store.ask(`CREATE TEMP TABLE diff AS
      WITH both_have AS (SELECT DISTINCT article FROM facts_a WHERE key IS NULL INTERSECT SELECT DISTINCT article FROM facts_b WHERE key IS NULL),
      a AS (SELECT * FROM facts_a WHERE key IS NOT NULL AND article IN (FROM both_have)),
      b AS (SELECT * FROM facts_b WHERE key IS NOT NULL AND article IN (FROM both_have))
      SELECT coalesce(a.article, b.article) AS article, coalesce(b.type, a.type) AS type, coalesce(a.key, b.key) AS key,
        coalesce(b.gloss, a.gloss) AS gloss,
        CASE WHEN a.key IS NULL THEN 'added' WHEN b.key IS NULL THEN 'lost' WHEN ${changed} THEN 'changed' ELSE 'same' END AS change,
        CASE WHEN a.key IS NOT NULL AND b.key IS NOT NULL THEN concat_ws('; ', ${detail}) END AS detail
      FROM a FULL JOIN b ON a.article = b.article AND a.key = b.key AND a.number = b.number`)
    const count = (change: string) => `count(*) FILTER (change = '${change}')`
    const summary = await store.ask(
      `SELECT type, ${['same', 'added', 'lost', 'changed'].map(count).join(', ')} FROM diff GROUP BY type ORDER BY type`,
    )
    const articles = await store.ask(`
      WITH a AS (SELECT DISTINCT article FROM facts_a), b AS (SELECT DISTINCT article FROM facts_b)
      SELECT (SELECT count(*) FROM a ANTI JOIN b USING (article)), (SELECT count(*) FROM b ANTI JOIN a USING (article)),
        (SELECT count(*) FROM a SEMI JOIN b USING (article))`)
    const listed = await store.ask(
      `SELECT change, article, type, key, gloss, nullif(detail, '') FROM diff WHERE change <> 'same' ORDER BY article, type, key, change LIMIT ${limit}`,
    )
    const [onlyFirst, onlySecond, both] = articles.rows[0]!.map(Number)
    return {
      summary: summary.rows.map(([type, ...counts]) => {
        const [same, added, lost, altered] = counts.map(Number)
        return { type: String(type), same: same!, added: added!, lost: lost!, changed: altered! }
      }),
      articles: { onlyFirst: onlyFirst!, onlySecond: onlySecond!, both: both! },
      differences: listed.rows.map((row) => {
        const [change, article, type, key, gloss, why] = row as [
          Difference['change'],
          string,
          string,
          string,
          string,
          string | null,
        ]
        return { change, article, type, key, gloss, detail: why }
      }),
    }
  } finally {
    store.close()
  }
}

/** A row for each fact, and one without a key for each article. `number` tells facts of one key in one article apart. */
async function factsOf(path: string, name: string, ask: (sql: string) => Promise<unknown>): Promise<string> {
  const file = fileOf(path)
  let facts: string
  let articles: string
  if (file.endsWith('.duckdb')) {
    await settleStore(file)
    await ask(`ATTACH ${quoted(file)} AS store_${name} (READ_ONLY)`)
    facts = `SELECT article, type, key, gloss, modality, polarity, tense, attributed::VARCHAR AS attributed, attributes::VARCHAR AS attributes FROM store_${name}.fact`
    articles = `SELECT id AS article FROM store_${name}.article`
  } else {
    const columns =
      "article: 'STRUCT(id VARCHAR)', facts: 'STRUCT(type VARCHAR, key VARCHAR, gloss VARCHAR, modality VARCHAR, polarity VARCHAR, tense VARCHAR, attribution JSON, attributes MAP(VARCHAR, VARCHAR))[]'"
    const sheets = `read_json(${quoted(file)}, columns = {${columns}}, maximum_object_size = 33554432)`
    facts = `SELECT article, f.type, f.key, f.gloss, f.modality, f.polarity, f.tense, (f.attribution IS NOT NULL)::VARCHAR AS attributed, f.attributes::VARCHAR AS attributes
      FROM (SELECT article.id AS article, unnest(facts) AS f FROM ${sheets})`
    articles = `SELECT article.id AS article FROM ${sheets}`
  }
  return `SELECT *, row_number() OVER (PARTITION BY article, key ORDER BY gloss, modality, polarity, tense, attributes) AS number FROM (${facts})
    UNION ALL BY NAME SELECT article, NULL AS key FROM (${articles})`
}

function fileOf(path: string): string {
  if (!existsSync(path))
    throw new SetupError(`Expected an output folder of a run, a store, or a file of sheets, got none (${path})`)
  if (!statSync(path).isDirectory()) return path
  for (const name of ['store.duckdb', 'sheets.jsonl', 'sheets.jsonl.gz']) {
    if (existsSync(join(path, name))) return join(path, name)
  }
  const sheets = existsSync(join(path, 'sheets')) ? join(path, 'sheets') : path
  return join(sheets, '*.json')
}
