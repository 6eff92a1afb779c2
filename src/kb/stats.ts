import { readStore } from '../sink/read-store.ts'

/** What is in a store, in figures. */
export interface Stats {
  totals: Record<string, number>
  /** The most named, by the number of articles; one name of one type is one entity. */
  entities: { name: string; type: string; articles: number; mentions: number }[]
  factTypes: { type: string; facts: number; asserted: number }[]
  /** `2018-08`; articles without a day of publication are left out. */
  months: { month: string; articles: number; facts: number }[]
  /** Facts of a type by month, in the order of `months`. */
  byMonth: { type: string; facts: number[] }[]
  notices: { code: string; notices: number }[]
}

const TOP = 25

/** Counts what is in the store of an output folder. Throws a SetupError when there is none. */
export async function readStats(path: string): Promise<Stats> {
  const store = await readStore(path)
  try {
    const rows = async (sql: string) => (await store.ask(sql)).rows
    const tables = ['article', 'sentence', 'entity', 'mention', 'value', 'fact', 'argument', 'copy']
    const [counts] = await rows(`SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table})`).join(', ')}`)
    const entities = await rows(
      `SELECT name, type, count(DISTINCT article) AS articles, sum(mentions) FROM entity GROUP BY name, type ORDER BY articles DESC, name, type LIMIT ${TOP}`,
    )
    const factTypes = await rows(
      "SELECT type, count(*) AS n, count(*) FILTER (modality = 'asserted' AND polarity = 'positive') FROM fact GROUP BY type ORDER BY n DESC, type",
    )
    const months = await rows(`
      SELECT strftime(a.published_day, '%Y-%m') AS month, count(*), sum(coalesce(f.n, 0)) FROM article a
      LEFT JOIN (SELECT article, count(*) AS n FROM fact GROUP BY article) f ON f.article = a.id
      WHERE a.published_day IS NOT NULL GROUP BY month ORDER BY month`)
    const typesByMonth = await rows(`
      SELECT f.type, strftime(a.published_day, '%Y-%m') AS month, count(*) FROM fact f JOIN article a ON a.id = f.article
      WHERE a.published_day IS NOT NULL GROUP BY f.type, month`)
    const notices = await rows('SELECT code, count(*) AS n FROM notice GROUP BY code ORDER BY n DESC, code')
    const names = months.map(([month]) => String(month))
    const found = new Map(typesByMonth.map(([type, month, n]) => [`${type} ${month}`, Number(n)]))
    return {
      totals: Object.fromEntries(tables.map((table, i) => [table, Number(counts![i])])),
      entities: entities.map(([name, type, articles, mentions]) => ({
        name: String(name),
        type: String(type),
        articles: Number(articles),
        mentions: Number(mentions),
      })),
      factTypes: factTypes.map(([type, n, asserted]) => ({
        type: String(type),
        facts: Number(n),
        asserted: Number(asserted),
      })),
      months: months.map(([month, articles, facts]) => ({
        month: String(month),
        articles: Number(articles),
        facts: Number(facts),
      })),
      byMonth: factTypes.map(([type]) => ({
        type: String(type),
        facts: names.map((month) => found.get(`${type} ${month}`) ?? 0),
      })),
      notices: notices.map(([code, n]) => ({ code: String(code), notices: Number(n) })),
    }
  } finally {
    store.close()
  }
}
