import { z } from 'zod'
import { Span } from './span.ts'

export const ValueType = z.enum([
  'money',
  'percent',
  'quantity',
  'ratio',
  'ordinal',
  'date',
  'duration',
  'time',
  'set',
  'age',
])
export type ValueType = z.infer<typeof ValueType>

/** How the stated number bounds the true one; left out when exact. */
export const Bound = z.enum(['about', 'about-below', 'about-above', 'above', 'below', 'at-least', 'at-most'])
export type Bound = z.infer<typeof Bound>

/**
 * A normalised amount or time. Which fields a type has stands in the contract: `number` in major units
 * (euros, not cents) or in the unit itself; `currency` an ISO 4217 code; `unit` a UCUM code where one exists, else the
 * counted noun's lemma; `iso` an ISO 8601-2 (EDTF) expression; `from` and `to` days, both inclusive.
 */
export const Value = Span.extend({
  id: z.string(),
  type: ValueType,
  text: z.string(),
  number: z.number().optional(),
  numberTo: z.number().optional(),
  currency: z.string().length(3).optional(),
  ambiguous: z.literal(true).optional(),
  unit: z.string().optional(),
  per: z.string().optional(),
  iso: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  grain: z.string().optional(),
  bound: Bound.optional(),
  /** Ids of values that state the same amount in another currency or unit. */
  equivalents: z.array(z.string()).optional(),
})
export type Value = z.infer<typeof Value>
