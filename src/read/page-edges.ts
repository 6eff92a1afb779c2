import type { PageParagraph } from './page-text.ts'

/** What begins behind these belongs to the readers or to the site, and nothing of the article follows. */
const END = [
  // 2 comments on “Harbour closed” | Comments (12) | Leave a reply | Join the conversation
  /^(?:comments|\d{1,5} comments?|comments? (?=[(o]))(?: ?on .{1,150}| ?\(\d{1,6}\))?:?$|^\d{1,5} (?:responses?|replies|thoughts)(?: (?:on|to) .{1,150})?:?$/i,
  /^(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)\b.{0,40}$|^(?:join|start) the (?:conversation|discussion)\b.{0,40}$/i,
  // About the author | About Acme News | Author bio
  /^about (?:the )?(?:authors?|writers?)\b.{0,40}$|^(?:authors? bio(?:graphy)?|(?:the )?authors?)$/i,
]

/** Behind these stand links to other articles, often to the end of the page. */
const RELATED =
  /^(?:more about|related(?: (?:stories|articles|content|posts|topics|news|links|coverage|searches|reading|items))?|(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: (?:for you|stories|reading|articles))?|read (?:more|next|also)|more (?:on this(?: story| topic)?|stories|news|from .{1,60}|in .{1,40})|see also|also (?:read|see|on .{1,40})|further reading|most (?:popular|read|viewed|shared|recent)|trending(?: now)?|latest (?:news|stories|articles)|top stories|don['’]t miss|up next|what to read next|promoted by .{1,40}|from (?:around|across|our) the web|sponsored (?:content|links|stories)|tags?|topics?|filed under|categories|featured|share this.{0,40}|follow us.{0,40})\s?[:.]?$/i

/** Acme falls: a title of something else, or a name of a topic. */
const TITLE_CHARS = 160
const LINKED = 0.8
const SENTENCE_END = /[.!?…]["'”’)\]]*$/
/** What ends an article stands in its second half; what is left out behind it is smaller than what stands before. */
const HALF = 0.5

/**
 * Leaves out what stands around an article: comments, lists of links to others, topics, a few words about its author.
 * What the paragraphs are is told by their place, by how much of them is links, and by the words above them.
 */
export function withoutEdges(paragraphs: readonly PageParagraph[], byline: string | undefined): PageParagraph[] {
  const all = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  const lone = paragraphs.filter(isLoneLink)
  const linkedUp = lone.reduce((sum, { text }) => sum + text.length, 0) > all * FEW
  const kept: PageParagraph[] = []
  let before = 0
  for (let i = 0; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!
    const { text } = paragraph
    const late = before >= all * HALF
    if (late && text.length < TITLE_CHARS && END.some((pattern) => pattern.test(text))) break
    before += text.length
    if (text.length < TITLE_CHARS && RELATED.test(text)) {
      const behind = linksFrom(paragraphs, i + 1)
      if (late && behind === paragraphs.length) break
      for (; i + 1 < behind; i++) before += paragraphs[i + 1]!.text.length
      continue
    }
    const behind = linksFrom(paragraphs, i)
    if (behind - i >= MANY) {
      for (; i + 1 < behind; i++) before += paragraphs[i + 1]!.text.length
      continue
    }
    if (linkedUp || !isLoneLink(paragraph)) kept.push(paragraph)
  }
  while (kept.length > 1 && isTail(kept.at(-1)!, byline)) kept.pop()
  return kept
}

/** Where more than this is nothing but links, links are how the page sets its text. */
const FEW = 0.25
const WHOLE = 0.95
const LONGEST = 200

/** A paragraph that is one link, between others that are prose: the title of another article. */
function isLoneLink({ text, links = 0, role }: PageParagraph): boolean {
  return role === 'prose' && links >= WHOLE && text.length <= LONGEST
}

/** So many titles of links behind one another are a list of other articles. */
const MANY = 2

/** Where a row of titles that are links ends. */
function linksFrom(paragraphs: readonly PageParagraph[], from: number): number {
  let i = from
  while (i < paragraphs.length && isLinkedTitle(paragraphs[i]!)) i++
  return i
}

function isLinkedTitle({ text, links = 0 }: PageParagraph): boolean {
  return links >= LINKED && text.length < TITLE_CHARS && !SENTENCE_END.test(text)
}

// Ann Smith is a reporter in Ames. | Follow Ann Smith on Twitter
const ABOUT = /^,? (?:is|was|has|covers|writes|reports|works|joined|can be reached)\b/
const FOLLOW =
  /^(?:please |you can )?(?:follow|e-?mail|contact|reach|tweet) .{1,80}(?:\bon (?:twitter|x|facebook|instagram|linkedin|threads)\b|@\w|\b(?:twitter|facebook|instagram)\b)/i

// Topics: Ports, Grain
const TOPICS = /^(?:tags|topics|tagged|filed under|categories|keywords|sections?|in this story|more on|see more)\b/i

// Ann Smith is a reporter in Ames. Follow her on Twitter.
const REACHED =
  /^(?:\p{Lu}\S* ){2,4}(?:(?:is|was) (?:an?|the) .{10,}(?:\bfollow (?:him|her|them)\b|@\w|\bcan be reached\b|\bat https?:)|can be reached (?:at|on|by|via)\b)/u

// Ann Smith is a senior reporter at Acme. | Bo Chen covers ports for Acme Daily.
const WRITER =
  /^(?:\p{Lu}\S* ){2,4}(?:(?:is|was) (?:an?|the|our|\S+['’]s?) (?:\S+ ){0,6}?(?:reporter|writer|editor|journalist|correspondent|columnist|blogger|contributor|producer|author|fellow|broadcaster|photographer)\b|(?:covers|writes|reports|blogs) )/u

function isTail(paragraph: PageParagraph, byline: string | undefined): boolean {
  const { text, links = 0 } = paragraph
  if (links >= LINKED && text.length < TITLE_CHARS) return true
  if (
    text.length < 400 &&
    (FOLLOW.test(text) || (links > 0 && TOPICS.test(text)) || REACHED.test(text) || WRITER.test(text))
  )
    return true
  const name = byline
    ?.replace(/^by:? /i, '')
    .split(/,| and | & /)[0]
    ?.trim()
  return !!name && text.length < 600 && text.startsWith(name) && (text === name || ABOUT.test(text.slice(name.length)))
}
