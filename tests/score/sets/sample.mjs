import { join } from 'node:path'
import { loadPipeline, readArticles } from '../../../dist/index.js'

const ALIBABA = 'Alibaba Group Holding Ltd'
const ENTITIES = {
  person: ['Li Qiang', 'Jack Ma', 'Tang Huihao'],
  organization: [ALIBABA, 'Ant Financial Services Group', 'Shanghai Statistics Bureau', 'Ele.me', 'Hema Fresh'],
  place: ['Yangtze River Delta region', 'Jiangsu', 'Zhejiang', 'Anhui'],
}
const ALIASES = [
  [ALIBABA, 'Alibaba'],
  ['Tang Huihao', 'Tang'],
]
const POSITIONS = [
  ['Li Qiang', /party chief/i],
  ['Jack Ma', /chairman/i],
  ['Tang Huihao', /deputy director/i],
]

/** What the sheet of the sample that stands in every introduction must not miss. */
export default {
  name: 'sample',
  about: 'what the sheet of samples/000_14efa203bdfcdf50.txt must show',
  needs: [],

  async run({ root, pipeline: name }) {
    const pipeline = await loadPipeline(name)
    const wanted = []
    for await (const article of readArticles(join(root, 'samples/000_14efa203bdfcdf50.txt'), { root })) {
      wanted.push(...lookInto(pipeline.extract(article)))
    }
    const missing = wanted.filter(([, found]) => !found).map(([what]) => what)
    return {
      figures: { missing: missing.length },
      report: `${wanted.length - missing.length} of ${wanted.length} found${missing.map((what) => `\n  missing: ${what}`).join('')}`,
    }
  },
}

/** Pairs of what is wanted and whether it is there. */
function lookInto({ entities, values, facts }) {
  const named = (name) => entities.find((entity) => entity.name === name)
  const filler = (fact, role) => fact.arguments.find((argument) => argument.role === role) ?? {}
  const isEntity = (fact, role, name) => named(name) !== undefined && filler(fact, role).entity === named(name).id
  const value = (wanted) =>
    values.find((one) => Object.entries(wanted).every(([field, content]) => one[field] === content))
  const yuan = value({ type: 'money', number: 1e8, currency: 'CNY' })
  const dollars = value({ type: 'money', number: 14.7e6, currency: 'USD' })
  const growth = value({ type: 'percent', number: 7.7 })
  const half = value({ type: 'date', iso: '2018-01/2018-06' })

  const found = []
  for (const [type, names] of Object.entries(ENTITIES)) {
    for (const name of names) found.push([`${type} ${name}`, named(name)?.type === type])
  }
  for (const [name, alias] of ALIASES) found.push([`${alias} for ${name}`, named(name)?.aliases.includes(alias)])
  found.push(['nearly 70 percent', value({ type: 'percent', number: 70, bound: 'about-below' })])
  found.push(['100 million yuan = $14.7 million', yuan && dollars && yuan.equivalents?.includes(dollars.id)])
  for (const [name, title] of POSITIONS) {
    const holds = facts.some(
      (fact) => fact.type === 'role.holds' && isEntity(fact, 'person', name) && title.test(filler(fact, 'title').text),
    )
    found.push([`the position of ${name}`, holds])
  }
  const owned = facts.some(
    (fact) =>
      fact.type === 'org.owned_by' && isEntity(fact, 'organization', 'Ele.me') && isEntity(fact, 'owner', ALIBABA),
  )
  found.push(['Ele.me owned by Alibaba', owned])
  const grew = facts.some(
    (fact) =>
      fact.type === 'metric.change' &&
      /retail sales/.test(filler(fact, 'metric').text) &&
      growth !== undefined &&
      filler(fact, 'amount').value === growth.id &&
      half !== undefined &&
      filler(fact, 'period').value === half.id &&
      fact.attributes.direction === 'up' &&
      fact.attributes.basis === 'year-on-year',
  )
  found.push(['retail sales up 7.7 percent in the first half of 2018, year on year', grew])
  return found
}
