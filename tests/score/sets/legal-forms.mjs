import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '../annotated.mjs'

const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.,-]/g, '')

/** How many words of a name are left when the forms at its end are taken off, the longer first, until there is none. */
function leftOf(name, forms) {
  const words = name
    .replace(/[^.\p{L}\p{N}_]+$/u, '')
    .split(/\s+/)
    .map(plain)
  let left = words.length
  const isTail = (form) => form.length < left && form.every((word, k) => word === words[left - form.length + k])
  for (let form = forms.find(isTail); form; form = forms.find(isTail)) left -= form.length
  return left
}

/** Company names against the list of cleanco: each loses at its end what that list calls a legal form, and no more. */
export default {
  name: 'legal-forms',
  about: "the legal forms that names of companies lose, against cleanco's list",
  needs: ['data/coref/company-names-cleanco.jsonl'],

  async run({ data, root }) {
    const { LegalForms } = await import(join(root, 'dist/refer/legal-forms.js'))
    const { parseTsv } = await import(join(root, 'dist/base/tsv.js'))
    const rows = (path) => parseTsv(readFileSync(join(root, path), 'utf8'), path)
    const ours = new LegalForms(rows('pipelines/lexicons/legal-forms.tsv').map(({ form }) => form))
    const theirs = rows('tests/score/cleanco-forms.tsv')
      .map(({ form }) => form.split(' '))
      .sort((a, b) => b.length - a.length)
    const names = rowsOf(join(data, 'data/coref/company-names-cleanco.jsonl'))
    const kept = new Map()
    const taken = new Map()
    const note = (lists, key, name) => lists.set(key, [...(lists.get(key) ?? []), name])
    for (const { name } of names) {
      const words = name.split(/\s+/)
      const left = leftOf(name, theirs)
      const own = ours.strip(name).split(/\s+/).length
      if (own > left) note(kept, plain(words.slice(left, own).join(' ')), name)
      if (own < left) note(taken, plain(words.slice(own, left).join(' ')), name)
    }
    const count = (lists) => [...lists.values()].reduce((sum, list) => sum + list.length, 0)
    const lines = (lists) =>
      [...lists]
        .sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))
        .map(
          ([form, list]) =>
            `    ${form.padEnd(16)} ${String(list.length).padStart(3)}  ${list.slice(0, 3).join(' | ')}`,
        )
    return {
      figures: { agreement: 1 - (count(kept) + count(taken)) / names.length },
      report: [
        `  ${names.length} names; in the list, kept by ours: ${count(kept)}`,
        ...lines(kept),
        `  not in the list, taken off by ours: ${count(taken)}`,
        ...lines(taken),
      ].join('\n'),
    }
  },
}
