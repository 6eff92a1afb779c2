import type { Resources } from '../stage/resources.ts'
import { readDictionary } from './dictionary.ts'
import { Kb, nameKeyOf, writeKb } from './kb-file.ts'

/** Everything to link to, dictionaries first, and the names of countries and peoples by code. */
export function readKbs(
  resources: Resources,
  files: readonly string[],
  dictionaries: readonly string[],
): { kbs: Kb[]; countries: Map<string, string> } {
  const own = dictionaries.map((name) => {
    const path = resources.path('lexicons', name)
    const known = readDictionary(resources.bytes(path).toString('utf8'), path)
    return new Kb(writeKb(known, { title: name, licence: 'own' }), path)
  })
  const shipped = files.map((name) => {
    const path = resources.path('kb', name.endsWith('.kb') ? name : `${name}.kb`)
    return new Kb(resources.bytes(path), path)
  })
  const countries = new Map<string, string>()
  for (const { code, names, demonyms } of resources.lexicon('countries'))
    for (const name of `${names}|${demonyms}`.split('|')) if (name !== '') countries.set(nameKeyOf(name), code!)
  return { kbs: [...own, ...shipped], countries }
}
