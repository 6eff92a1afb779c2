/** The words whose lemma no rule gives, by word class and word: `v went` is `go`. */
export type LemmaExceptions = ReadonlyMap<string, string>

/** The word class of a Penn tag as lemmas see it: verb, noun, adjective or adverb; '' where the word is its lemma. */
export function lemmaClass(xpos: string): '' | 'v' | 'n' | 'a' {
  if (xpos === 'VBZ' || xpos === 'VBD' || xpos === 'VBN' || xpos === 'VBG' || xpos === 'VBP' || xpos === 'MD')
    return 'v'
  if (xpos === 'NNS' || xpos === 'NNPS') return 'n'
  if (xpos === 'JJR' || xpos === 'JJS' || xpos === 'RBR' || xpos === 'RBS') return 'a'
  return ''
}

/** The lemma of a word in lower case: an exception, else what its ending says. */
export function lemmaOf(lower: string, xpos: string, exceptions: LemmaExceptions): string {
  const kind = lemmaClass(xpos)
  if (kind === '') return lower
  return exceptions.get(`${kind} ${lower}`) ?? regularLemma(lower, xpos, kind)
}

export function regularLemma(lower: string, xpos: string, kind: 'v' | 'n' | 'a'): string {
  if (kind === 'n' || xpos === 'VBZ') return singular(lower)
  if (xpos === 'VBG' && lower.endsWith('ing') && lower.length > 5) return restore(lower.slice(0, -3))
  if (kind === 'v' && lower.endsWith('ed') && lower.length > 4) {
    return lower.endsWith('ied') ? `${lower.slice(0, -3)}y` : restore(lower.slice(0, -2))
  }
  if (kind === 'a') {
    if (lower.endsWith('iest')) return `${lower.slice(0, -4)}y`
    if (lower.endsWith('ier')) return `${lower.slice(0, -3)}y`
    if (lower.endsWith('est') && lower.length > 5) return restore(lower.slice(0, -3))
    if (lower.endsWith('er') && lower.length > 4) return restore(lower.slice(0, -2))
  }
  return lower
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) {
    return word.length === 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  }
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

const VOWEL = /[aeiouy]/

/** What stood before *-ed* or *-ing*: *stopp* is *stop*, *mov* is *move*, *open* stays. */
function restore(stem: string): string {
  const last = stem.at(-1)!
  const before = stem.at(-2) ?? ''
  if (!VOWEL.test(stem)) return `${stem}e`
  if (last === before && !'lsfz'.includes(last)) return stem.slice(0, -1)
  // *creat*, *declin*, *accus*: one vowel and a consonant that seldom end a verb without e.
  if (/(?:[^aeiou][aiou][tdsrncmkp]|[ie]at|[aeiou][sz]|[vcuz]|[rnld]g|[bcdfgkptz]l|[^aeiou]s)$/.test(stem)) {
    return /(?:ss|[aeiou](?:it|er|en|on|op|et|el|om|im|om)|[eo]w)$/.test(stem) ? stem : `${stem}e`
  }
  return stem
}
