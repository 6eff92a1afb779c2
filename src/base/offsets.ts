/**
 * Turns offsets in UTF-16 code units, as JavaScript counts, into code points, as the W3C's Web Annotation Data Model
 * counts (https://www.w3.org/TR/annotation-model/#text-position-selector). An offset inside a pair counts as behind it.
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  const pairs: number[] = []
  for (let i = 0; i + 1 < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0xd800 || code > 0xdbff) continue
    const next = text.charCodeAt(i + 1)
    if (next >= 0xdc00 && next <= 0xdfff) pairs.push(i)
  }
  if (pairs.length === 0) return (utf16) => utf16
  return (utf16) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < utf16) low = middle + 1
      else high = middle
    }
    // Of a pair that the offset cuts, the first half counts.
    return utf16 - low + (low > 0 && pairs[low - 1]! + 1 === utf16 ? 1 : 0)
  }
}
