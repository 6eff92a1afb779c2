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
  /^(?:(?:copyright|©|\(c\)|™).{0,160}|.{0,160}\ball rights reserved\b.{0,80}|\(end\)|\S+@\S+\.\w+\s*(?:\(end\))?)$/i,
  // Play Video | Current Time 0:00 | Loaded: 0% | Stream TypeLIVE
  /^(?:(?:play|pause|watch|replay)(?: video| audio)?|(?:un)?mute|(?:exit )?full ?screen|(?:current|duration|remaining) time -?[\d:]*|(?:loaded|progress): ?[\d.]+%.{0,20}|stream type ?live|playback rate|chapters|(?:descriptions|captions|subtitles)(?: off, selected| settings.{0,40})?|this is a modal window\.?|close(?: modal dialog)?|audio track|default, selected|(?:photo )?gallery: .{1,80}\| ?\d+ (?:photos|images)|reply|reuse content)$/i,
  // Updated 3 hours ago | 5 min read
  /^(?:(?:published|updated|posted|last (?:updated|modified)):? )?\d{1,2} (?:min(?:ute)?s?|hours?|days?) (?:ago|read)$/i,
]

// Photo: Ann Smith | © Alamy | Credit: Acme | (Reuters photo by Bo Chen)
const PICTURE =
  /^(?:©|\(?(?:photo(?:graph(?:er)?|s)?|image|picture|credit|screenshot|illustration|file photo|getty images)\b ?(?:credit|by|courtesy|from|:|\/|-|–|—|$))/i

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
  return paragraphs.flatMap((paragraph) => {
    const { text, links = 0, zone } = paragraph
    if (zone === 'body' && (text.length > SHORT || /[.!?…][)"'”’]*$/.test(text))) begun ||= text.length > 60
    if (text.length > SHORT) return [paragraph]
    if (plain(text) === '' || times.get(text)! >= MANY || CLUTTER.some((pattern) => pattern.test(text))) return []
    if (links > 0 && PROMOTION.test(text) && TO_READERS.test(text)) return []
    if (!begun && isOnTop(text, said)) return []
    return PICTURE.test(text) ? [{ text, zone: 'caption' }] : [paragraph]
  })
}
