/** Every shortcut, as the help shows it and `pressed` reads it. */
export const KEYS = [
  ['j', 'next fact (or article, in the queue)'],
  ['k', 'fact before (or article, in the queue)'],
  ['Enter', 'open the article; select what stands under the text cursor'],
  ['a', 'accept the fact'],
  ['r', 'reject the fact'],
  ['e', 'edit the fact, or the entity'],
  ['n', 'add a fact about the selected words'],
  ['m', 'add an entity: the selected words'],
  ['u', 'take your last decision back'],
  ['U', 'put it back'],
  ['d', 'done: the whole sheet has been read'],
  ['x', 'why: what each rule proposed in the sentence'],
  ['g', 'grammar of the sentence'],
  ['t', 'to the text; arrows move by word, Shift selects, Alt goes by letter'],
  ['1', 'facts'],
  ['2', 'entities'],
  ['3', 'values'],
  ['4', 'decisions'],
  [']', 'next article of the queue'],
  ['[', 'article before'],
  ['/', 'search'],
  ['q', 'back to the queue'],
  ['?', 'this list'],
  ['Escape', 'close, or leave the text'],
] as const

/** The shortcut of a key event; none while somebody types, and none with Ctrl, Alt or Meta. */
export function pressed(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined
  const target = event.target as HTMLElement
  if (target.closest('dialog[open]')) return undefined
  if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return undefined
  return event.key
}
