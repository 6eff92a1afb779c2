// Is the time an article takes linear in its length?
//
//   npm run bench -- length [--pipeline NAME] [--words N]
//
// Reads articles of invented text of 1,000 words and of N (20,000 unless given) and prints by stage how many times as long
// the long one takes, of the processor's time; a short one counts as the mean of those that together are as long, so that
// no word is read for the first time in only one of the two. Ends with 1 when the whole takes more than a quarter more
// than its share: 25 times for 20,000 words.
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: { pipeline: { type: 'string', default: 'news' }, words: { type: 'string', default: '20000' } },
})
const SHORT = 1000
const times = Math.round(Number(options.words) / SHORT)
const { composePipeline } = await import('../../dist/pipeline/load.js')
const { readTextLine } = await import('../../dist/read/json-line.js')
const pipeline = await composePipeline(options.pipeline, { until: new Set(['links', 'facts', 'chains']) })

/** A name that no other number gives, of letters that may stand in one. */
const name = (n) => {
  let word = ''
  for (let rest = n + 7; word.length < 6; rest = (rest * 31 + 11) % 99991)
    word += 'bdfgklmnprst'[rest % 12] + 'aeiou'[(rest >> 4) % 5]
  return word[0].toUpperCase() + word.slice(1)
}

/** Texts by what there is much of in them; `n` tells sentences apart. */
const KINDS = {
  people: (n) =>
    `Anna ${name(n)}, a lawyer, met Peter ${name(n + 1)} in Oslo on Monday. She said that he had called her.`,
  companies: (n) =>
    `Acme ${name(n)} Ltd sold its bank to ${name(n + 3)} Holdings for $${n} million. The company cut 200 jobs.`,
  pronouns: (n) =>
    `He told them that they had to give it to her by ${1900 + (n % 100)}, but she kept it for himself and us.`,
  nouns: (n) => `The mayor of the town opened a school with the minister and the teacher; the school has ${n} rooms.`,
  'one sentence': (n) => `and Anna ${name(n % 40)} told Peter that the firm had lost ${n} shops and its chairman,`,
}

/** Sentences `from` on, until they have so many words; a paragraph has some. */
function textOf(sentence, from, words) {
  let text = ''
  for (let n = from, count = 0; count < words; n++) {
    const next = sentence(n)
    text += next + (n % 4 === 3 && next.endsWith('.') ? '\n\n' : ' ')
    count += next.split(' ').length
  }
  return text
}

function spent(text) {
  const stages = new Map()
  pipeline.annotate(readTextLine(JSON.stringify({ id: 'a', text }), { uri: 'length', line: 1 }), {
    around: (stage, work) => {
      const before = process.cpuUsage()
      const result = work()
      const { user, system } = process.cpuUsage(before)
      stages.set(stage, user + system)
      return result
    },
  })
  return stages
}

let failed = false
for (const [kind, sentence] of Object.entries(KINDS)) {
  const long = textOf(sentence, 0, SHORT * times)
  const short = Array.from({ length: times }, (_, k) => textOf(sentence, k * 60, SHORT))
  for (const text of [...short, long]) spent(text)
  const one = new Map()
  for (const text of short) for (const [stage, time] of spent(text)) one.set(stage, (one.get(stage) ?? 0) + time)
  const all = spent(long)
  const sum = (map) => [...map.values()].reduce((total, time) => total + time, 0)
  const factor = (sum(all) / sum(one)) * times
  // What takes less than a fiftieth of the whole is noise.
  const steep = [...all].filter(
    ([stage, time]) => time * 50 > sum(all) && (time / one.get(stage)) * times > times * 1.25,
  )
  failed ||= factor > times * 1.25
  console.log(
    `${kind.padEnd(14)} ${(sum(one) / times / 1000).toFixed(0).padStart(5)} ms ${(sum(all) / 1000).toFixed(0).padStart(6)} ms  x${factor.toFixed(1)}` +
      steep.map(([stage, time]) => `  ${stage} x${((time / one.get(stage)) * times).toFixed(0)}`).join(''),
  )
}
process.exitCode = failed ? 1 : 0
