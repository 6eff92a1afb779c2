import { readPublished } from './published.ts'

/** What a page's metadata says already, and pages print above the text once more. */
export interface Said {
  headline?: string | undefined
  byline?: string | undefined
  section?: string | undefined
  credit?: string | undefined
}

const LONGEST = 140
/** A path of sections with the headline behind it: at most so many times the headline. */
const PATH = 4

// By Ann Smith | Written by Ann Smith and Bo Chen, Newswire
const BYLINE = /^(?:(?:written|reported|posted|story|report|words) )?by:? /i
const NAME_WORD = /^(?:\p{Lu}[\p{L}.'’-]*,?|and|for|in|of|the|[|/&])$/u

// Submitted on Mon, 2019-01-21 13:49 | Updated: 22 Dec 2016, 1:39 PM ET | 5 min read
const DATE_WORD =
  /^(?:\d[\d:/.,-]*(?:st|nd|rd|th|am|pm)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.?m\.?|[ecmp][sd]?t|gmt|utc|[bi]st|at|on|a|first|last|originally|published|posted|submitted|created|updated|modified|date|time|min(?:ute)?s?|read|ago|hours?|days?|hrs?)$/i

/** Does a paragraph above the text only say again who wrote it, when, under which headline and where in the paper? */
export function isOnTop(text: string, said: Said): boolean {
  if (text.length > LONGEST) return false
  const bare = plain(text)
  const headline = plain(said.headline ?? '')
  if (bare === '' || bare === headline || isSaid(bare, said.section) || isSaid(bare, said.credit)) return true
  // HomeLatest NewsHarbour closed
  if (headline.length > 20 && bare.endsWith(headline) && bare.length < headline.length * PATH) return true
  // By Ann Smith posted 4 March 2019
  const posted = /^(by .{1,60}?)\s*[,|]?\s*\b(?:posted|published|updated)\b(.{4,60})$/i.exec(text)
  if (posted && isByline(posted[1]!, said.byline) && isDate(posted[2]!)) return true
  return text.split(/\n|\s[|·•–—]\s/).every((part) => isDate(part) || isByline(part, said.byline))
}

const isSaid = (bare: string, said: string | undefined): boolean => said !== undefined && bare === plain(said)

function isDate(text: string): boolean {
  const words = text.split(/[\s,;|()]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const dated = words.every((word) => DATE_WORD.test(word.replace(/:$/, ''))) && /\d/.test(text)
  return words.length === 0 || dated || readPublished(text).published !== null
}

/** `By` and a name; or the name that metadata gives, with a few words about it. */
function isByline(text: string, byline: string | undefined): boolean {
  const by = BYLINE.exec(text)
  const name = plain(byline ?? '')
  const rest = by ? text.slice(by[0].length) : text
  if (name !== '' && plain(rest).startsWith(name) && rest.length < name.length + 60 && !/[.!?]$/.test(text)) return true
  return by !== null && rest.split(' ').every((word) => NAME_WORD.test(word))
}

/** Words only, in lower case: what is the same in two ways of setting it. */
export const plain = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
