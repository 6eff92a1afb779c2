import type { Resources } from '../stage/resources.ts'

/** When an abbreviation's stop belongs to it. */
export type Before = 'name' | 'number' | 'word' | 'any' | 'maybe'
const BEFORE: ReadonlySet<string> = new Set(['name', 'number', 'word', 'any', 'maybe'])

/** What the scanner knows of words, from its lexicons. */
export interface WordParts {
  /** Without the last stop, in every spelling. */
  abbreviations: ReadonlyMap<string, ReadonlySet<Before>>
  /** The first part of an abbreviation with stops inside (`ph`), and its full forms without the last stop. */
  dotted: ReadonlyMap<string, readonly string[]>
  units: ReadonlySet<string>
  currencies: ReadonlySet<string>
  prefixes: ReadonlySet<string>
  /** A word in lower case and the length of its first part. */
  contractions: ReadonlyMap<string, number>
  domains: ReadonlySet<string>
  slashed: ReadonlySet<string>
  clipped: ReadonlySet<string>
}

/** Reads the lexicons; `own` abbreviations, without their last stop, may end a sentence or not. */
export function readWordParts(resources: Resources, own: readonly string[] = []): WordParts {
  const abbreviations = new Map<string, Set<Before>>()
  const dotted = new Map<string, string[]>()
  const learn = (form: string, before: Before): void => {
    for (const spelling of spellings(form)) {
      const known = abbreviations.get(spelling)
      if (known) known.add(before)
      else abbreviations.set(spelling, new Set([before]))
    }
    const inner = form.indexOf('.')
    if (inner > 1) {
      const head = form.slice(0, inner).toLowerCase()
      dotted.set(head, [...(dotted.get(head) ?? []), form.toLowerCase()])
    }
  }
  for (const form of own) learn(form.replace(/\.$/, ''), 'any')
  for (const { form, before } of resources.lexicon('abbreviations')) {
    if (BEFORE.has(before!)) learn(form!, before as Before)
  }
  const kinds = new Map<string, string[]>()
  for (const { kind, form } of resources.lexicon('word-parts')) {
    const forms = kinds.get(kind!)
    if (forms) forms.push(form!)
    else kinds.set(kind!, [form!])
  }
  const set = (kind: string): ReadonlySet<string> => new Set(kinds.get(kind))
  return {
    abbreviations,
    dotted,
    units: set('unit'),
    currencies: set('currency'),
    prefixes: set('prefix'),
    contractions: new Map(
      kinds.get('contraction')?.map((form) => [form.replace('|', ''), form.indexOf('|')] as const) ?? [],
    ),
    domains: set('domain'),
    slashed: set('slash'),
    clipped: set('clipped'),
  }
}

function spellings(form: string): string[] {
  if (form !== form.toLowerCase()) return form.length > 2 ? [form, form.toUpperCase()] : [form]
  return [form, form.slice(0, 1).toUpperCase() + form.slice(1), form.toUpperCase()]
}
