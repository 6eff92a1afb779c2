import { type NameMention, nameMention } from '../doc/entity.ts'
import type { Sentence, Tokens } from '../doc/tokens.ts'
import { type ClassNouns, classBehind } from './context.ts'

// Ele.me, Booking.com, JD.com: a name with a capital and a domain of the net, without a path.
const DOMAIN_NAME = /^\p{Lu}[\p{L}\p{N}-]{0,40}\.(?:ai|app|cn|co|com|eu|fm|in|io|jp|me|net|org|tv|uk)$/u
const DOMAIN_END = /^\.?(?:ai|app|cn|co|com|eu|fm|in|io|jp|me|net|org|tv|uk)$/

/** Firms that are called by their domain; tokens that stand together without a gap count as one word. */
export function domainNames(tokens: Tokens, sentences: readonly Sentence[]): NameMention[] {
  const found: NameMention[] = []
  for (const { from, to } of sentences) {
    for (let i = from; i < to; i++) {
      const first = tokens.source.charCodeAt(tokens.start[i]!)
      if (first < 65 || (first > 90 && first < 0xc0)) continue
      if (i > from && !tokens.spaced(i) && /[\w@/.-]$/.test(tokens.text(i - 1))) continue
      let last = i
      while (last + 1 < to && last < i + 2 && !tokens.spaced(last + 1) && !DOMAIN_END.test(tokens.text(last))) last++
      while (last > i && !DOMAIN_END.test(tokens.text(last))) last--
      const glued = last + 1 < to && !tokens.spaced(last + 1) && /^[\w@/-]/.test(tokens.text(last + 1))
      const { start, end } = tokens.span(i, last + 1)
      if (glued || !DOMAIN_NAME.test(tokens.source.slice(start, end))) continue
      found.push({ start, end, type: 'organization', subtype: 'company', source: 'rule', score: 0.7 })
    }
  }
  return found
}

const LINKING = /^(?:of|for|the|and|on|in|to|de|du|des|la|&|-)$/

/** *World Trade Organization (WTO)*: an acronym in brackets whose letters are the initials in front of it. */
export function bracketedAcronyms(tokens: Tokens, sentences: readonly Sentence[]): NameMention[] {
  const found: NameMention[] = []
  for (const { from, to } of sentences) {
    for (let i = from + 2; i + 1 < to; i++) {
      if (tokens.text(i - 1) !== '(' || tokens.text(i + 1) !== ')') continue
      const acronym = tokens.text(i)
      if (!/^[A-Z]{2,8}$/.test(acronym)) continue
      if (!initialsBefore(tokens, from, i - 1, acronym)) continue
      found.push(nameMention(tokens.span(i, i + 1), 'organization', undefined, { source: 'rule', score: 0.6 }))
    }
  }
  return found
}

/** Do the words with capitals in front of token `end` have these initials? */
function initialsBefore(tokens: Tokens, from: number, end: number, acronym: string): boolean {
  let left = acronym.length
  for (let i = end - 1; i >= from && left > 0; i--) {
    const first = tokens.text(i).charAt(0)
    if (first === acronym[left - 1]) left--
    else if (!LINKING.test(tokens.text(i))) return false
  }
  return left === 0
}

/**
 * *Shares of Yahoo! rose*: a name whose last word has an exclamation mark. The sentence goes on behind it in lower case, and
 * it stands behind a word in lower case, so that nobody is shouting.
 */
export function exclaimedNames(tokens: Tokens, sentences: readonly Sentence[]): NameMention[] {
  const found: NameMention[] = []
  for (const { from, to } of sentences) {
    for (let i = from + 2; i + 1 < to; i++) {
      if (tokens.text(i) !== '!' || tokens.spaced(i)) continue
      if (!/^\p{Lu}\p{L}/u.test(tokens.text(i - 1)) || !/^(?:\p{Ll}|['’]s$)/u.test(tokens.text(i + 1))) continue
      let first = i - 1
      while (first > from && /^\p{Lu}/u.test(tokens.text(first - 1))) first--
      if (first === from || !/^\p{Ll}/u.test(tokens.text(first - 1))) continue
      found.push(nameMention(tokens.span(first, i + 1), 'organization', undefined, { source: 'rule', score: 0.6 }))
    }
  }
  return found
}

const OWNER = /^(?:its|his|her|their|the|a|an)$/

/** *its Zed Fresh supermarket chain*: two or more words with capitals between an owner or article and a class noun. */
export function classedNames(tokens: Tokens, sentences: readonly Sentence[], nouns: ClassNouns): NameMention[] {
  const found: NameMention[] = []
  for (const { from, to } of sentences) {
    for (let i = from; i + 3 < to; i++) {
      if (!OWNER.test(tokens.text(i))) continue
      let end = i + 1
      while (end < to && /^\p{Lu}[\p{L}\d-]*$/u.test(tokens.text(end))) end++
      if (end - i < 3) continue
      const said = classBehind(tokens, end, nouns)
      if (!said) continue
      const { type, subtype } = said
      found.push(nameMention(tokens.span(i + 1, end), type, subtype, { source: 'rule', score: 0.5 }))
    }
  }
  return found
}
