import { z } from 'zod'

/** A stretch of `article.text`: UTF-16 code units, end exclusive, `start < end`. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(1) })
export type Span = z.infer<typeof Span>

export const width = (span: Span): number => span.end - span.start

/** Orders by start, then the longer first. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
