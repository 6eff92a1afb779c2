import { sizeOf } from './page-boxes.ts'
import type { PageParagraph } from './page-text.ts'
import { isOnTop, plain, type Said } from './page-top.ts'

/** Whole short paragraphs that pages put among those of the article. */
const CLUTTER = [
  // Advertisement | Video Ad Feedback | Sponsored content
  /^(?:advertisements?|video ad feedback|sponsored(?: content)?|ad|promoted(?: stories)?|paid post)$/i,
  // HIDE CAPTION | Image caption | Enlarge this image
  /^(?:hide|show|toggle|image|media|photo) captions?$|^(?:enlarge|expand|view|open) (?:this )?(?:image|photo|gallery|full ?screen)$/i,
  // Most Popular | Related stories: | Read more | Editor's picks
  /^(?:most (?:popular|read|viewed|shared|recent)|related(?: (?:stories|articles|content|posts|topics|news|links|coverage))?|(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: (?:for you|stories))?|editors?['’]s? picks?|more (?:from|on|in|like this)\b.{0,60}|trending(?: now)?|latest (?:news|stories)|top stories|popular (?:now|stories)|what to read next|up next|in this (?:article|story)|story highlights|don['’]t miss)[:.]?$/i,
  // Read more: Acme falls | See also: … | Watch: …
  /^(?:(?:read|see|watch|listen)(?: more| also| next| this)?|also (?:read|see|on)|related|more) ?[:|»→].{0,160}$|^(?:read|see|show|load|view|learn) (?:more|all|the full (?:story|article)|comments?)(?: (?:comments|stories|about|on|at|here)\b.{0,60})?[.…»]?$/i,
  // Share this article | Tweet | Print this story | Printer-friendly version
  /^(?:share(?: (?:this|on|via)\b.{0,60}|d?)|tweet|e-?mail(?: this)?|print(?:er-friendly version| this\b.{0,30})?|copy (?:the )?link(?: to clipboard)?|save(?: (?:this|article|story))?|bookmark|facebook|twitter|linkedin|whatsapp|pinterest|reddit|comments?(?: \(\d+\))?|\d+ (?:comments?|shares?|views?))$/i,
  // Sign up for our newsletter | Subscribe to … | Follow us on Twitter
  /^(?:sign up (?:for|to|here|now)\b|subscribe(?: to| now| today| for|$)|get (?:our|the) .{0,60}newsletter|follow (?:us|me|him|her|them|@?\w+) (?:on|at)\b|like us on\b|join (?:us|our) (?:on|newsletter|whatsapp|telegram)\b|download (?:the|our) .{0,40}app\b|click here (?:to|for)\b|support (?:our|independent) .{0,60}journalism).{0,160}$/i,
  // 05:22 - Source: CNN | 1 of 12
  /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?: - Source: .{0,40})?$|^\d{1,3}(?: (?:of|\/) \d{1,3})?$/i,
  // Copyright 2019 Acme. | © 2019 Acme. All rights reserved. | (END)
  /^(?:(?:copyright|©|\(c\)|™).{0,160}|[\s\S]{0,160}\ball rights reserved\b.{0,80}|\(end\)|\S+@\S+\.\w+\s*(?:\(end\))?)$/i,
  // Play Video | Current Time 0:00 | Loaded: 0% | Stream TypeLIVE
  /^(?:(?:play|pause|watch|replay)(?: video| audio)?|(?:un)?mute|(?:exit )?full ?screen|(?:current|duration|remaining) time -?[\d:]*|(?:loaded|progress): ?[\d.]+%.{0,20}|stream type ?live|playback rate|chapters|(?:descriptions|captions|subtitles)(?: off, selected| settings.{0,40})?|this is a modal window\.?|close(?: modal dialog)?|audio track|default, selected|(?:photo )?gallery: .{1,80}\| ?\d+ (?:photos|images)|reply|reuse content)$/i,
  // Comments are closed. | Read or share this story: … | Follow Acme News | Text size | Continue reading
  /^(?:comments are (?:now )?closed\b.{0,40}|read or share (?:this|the) (?:story|article)\b.{0,80}|text size|font size|continue reading(?: (?:the|below)\b.{0,40})?|(?:article|story) continues (?:below|after)\b.{0,40}|scroll (?:down )?(?:to|for)\b.{0,40}|what['’]s this\?|view (?:gallery|photos|comments|all)|back to top|skip (?:to|past)\b.{0,60}|jump to\b.{0,40}|(?:\[\+\] )?enlarge|loading\W*|please wait\W*|javascript (?:is|must)\b.{0,80}|menu)$/i,
  // Updated 3 hours ago | 5 min read
  /^(?:(?:published|updated|posted|last (?:updated|modified)):? )?\d{1,2} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)$/i,
]

// Photo: Ann Smith | © Alamy | Credit: Acme | (Reuters photo by Bo Chen)
const PICTURE =
  /^(?:©|\(?(?:photo(?:graph(?:er)?|s)?|image|picture|credit|screenshot|illustration|file photo|getty images)\b ?(?:credit|by|courtesy|from|:|\/|-|–|—|$))/i

// Ann Smith/AFP/Getty Images | AP Photo/Ann Smith | (Ann Smith for Acme via Reuters)
const AGENCY =
  /(?:\/ ?(?:afp|ap|reuters|bloomberg|getty(?: images)?|shutterstock|epa|pa|zuma\S*|corbis|istock|alamy)\b.{0,40}|\b(?:getty images|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|unsplash|wikimedia commons|ap photo\b.{0,60}))\)?\.?$/i
const AGENCY_CHARS = 100

// RELATED: Acme falls | (MORE: Acme falls) | IN TEXAS: Rain
const SIGN = /^[([]?\p{Lu}{2}[\p{Lu}\s]{0,22}[:|»→]/u
const LINKED = 0.5

// Keep up with the world in our daily newsletter. | Sign up here to get it in your inbox.
const PROMOTION = /\b(?:newsletters?|inbox|sign(?:ing)? up|subscribe|app|podcast|check (?:it|them) out)\b/i
const TO_READERS = /\b(?:our|your|here|sign up|subscribe|get|keep up|follow|join)\b/i

const SHORT = 220
/** A short paragraph that comes so often is furniture. */
const MANY = 3

/** Leaves out what is no part of the article: furniture of the page, and at the top what its metadata says already. */
export function withoutClutter(paragraphs: readonly PageParagraph[], said: Said): PageParagraph[] {
  const times = new Map<string, number>()
  for (const { text } of paragraphs) times.set(text, (times.get(text) ?? 0) + 1)
  let begun = false
  return fromHeadline(paragraphs, said.headline).flatMap((paragraph) => {
    const { text, links = 0, zone } = paragraph
    if (zone === 'body' && (text.length > SHORT || /[.!?…][)"'”’]*$/.test(text))) begun ||= text.length > 60
    if (text.length > SHORT) return [paragraph]
    if (plain(text) === '' || times.get(text)! >= MANY || CLUTTER.some((pattern) => pattern.test(text))) return []
    if (links > LINKED && SIGN.test(text)) return []
    if (links > 0 && PROMOTION.test(text) && TO_READERS.test(text)) return []
    if (!begun && isOnTop(text, said)) return []
    return PICTURE.test(text) || (text.length <= AGENCY_CHARS && AGENCY.test(text))
      ? [{ text, zone: 'caption' }]
      : [paragraph]
  })
}

/** Above the headline stands the frame of the page, if it is small. */
const ABOVE = 0.2

function fromHeadline(paragraphs: readonly PageParagraph[], headline: string | undefined): readonly PageParagraph[] {
  const bare = plain(headline ?? '')
  const at = bare === '' ? -1 : paragraphs.findIndex(({ text }) => text.length <= SHORT && plain(text) === bare)
  const above = at < 0 ? [] : paragraphs.slice(0, at)
  return above.every(({ text }) => text.length <= SHORT) && sizeOf(above) <= ABOVE * sizeOf(paragraphs)
    ? paragraphs.slice(above.length)
    : paragraphs
}
