/** What is wrong with an entry's name, in words: nothing is ever written under it, but it stands in sheets and reports. */
export function badName(name: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(name)) return 'an absolute path'
  if (name.split(/[/\\]/).includes('..')) return 'one that leads out of it'
  if (name === '' || name.includes('\0')) return 'none'
  return undefined
}
