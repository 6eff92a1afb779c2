/** A regex literal of a source. */
export interface RegexLiteral {
  source: string
  flags: string
  line: number
}

/** A regex can only begin where a value can: not behind a name, a number or a closing bracket. */
const VALUE_BEFORE = /[\w$)\]]$/
const KEYWORD_BEFORE = /(?:^|[^\w$.])(?:return|typeof|case|in|of|yield|await|else|do|void)$/

/** The regex literals of TypeScript source. Strings, templates and comments are walked over, not read. */
export function regexLiterals(code: string): RegexLiteral[] {
  const found: RegexLiteral[] = []
  let before = ''
  let i = code.startsWith('#!') ? code.indexOf('\n') : 0
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length
  while (i < code.length) {
    const char = code[i]!
    if (code.startsWith('//', i)) i = endOf(code, '\n', i)
    else if (code.startsWith('/*', i)) i = endOf(code, '*/', i)
    else if (char === "'" || char === '"' || char === '`') {
      i = endOfString(code, i)
      before = ')'
    } else if (char === '/' && (!VALUE_BEFORE.test(before) || KEYWORD_BEFORE.test(before))) {
      const end = endOfRegex(code, i)
      const flags = /^[a-z]*/.exec(code.slice(end))![0]
      found.push({ source: code.slice(i + 1, end - 1), flags, line: lineAt(i) })
      i = end + flags.length
      before = ')'
    } else {
      if (!/\s/.test(char)) before = (before + char).slice(-12)
      else if (/[\w$]$/.test(before)) before = `${before}`.slice(-12)
      i++
    }
  }
  return found
}

function endOf(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from)
  return at < 0 ? code.length : at + mark.length
}

/** A template is walked over whole: what its holes hold is not looked into. */
function endOfString(code: string, from: number): number {
  const quote = code[from]!
  let i = from + 1
  while (i < code.length && code[i] !== quote) i += code[i] === '\\' ? 2 : 1
  return i + 1
}

function endOfRegex(code: string, from: number): number {
  let inClass = false
  let i = from + 1
  for (; i < code.length && (inClass || code[i] !== '/'); i++) {
    if (code[i] === '\\') i++
    else if (code[i] === '[') inClass = true
    else if (code[i] === ']') inClass = false
  }
  return i + 1
}
