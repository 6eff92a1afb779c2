import type { Reason, Unused, UnusedPlace } from '../sheet/unused.ts'

/** Why no fact took something, a line for each place and one for each reason. */
export function unusedLines({ id, places }: Unused): string[] {
  return places.flatMap((place) => [
    `${id} “${place.text.replace(/\s+/g, ' ')}”${whereWords(place)}`,
    ...[...new Set(place.reasons.map(reasonInWords))].map((words) => `  ${words}`),
  ])
}

function whereWords({ sentence, hangs }: UnusedPlace): string {
  return hangs ? `  ${sentence}, ${hangs.relation} of “${hangs.on}”` : `  ${sentence}`
}

export function reasonInWords(reason: Reason): string {
  switch (reason.code) {
    case 'refused':
      return `${reason.rule} proposed it in ${reason.type}, refused: ${reason.why}`
    case 'in-words':
      return `it is among the words that fill \`${reason.role}\` of ${reason.fact}`
    case 'no-clause':
      return `it is in no clause${reason.zone === 'body' ? '' : ` (${reason.zone})`}`
    case 'no-role':
      return `${reason.rule} tells the clause of “${reason.clause}” as ${reason.type}, which has no role for it here`
    case 'clause-refused':
      return `${reason.rule} proposed ${reason.type} of the clause of “${reason.clause}”, refused: ${reason.why}`
    case 'clause-declined':
      return `${reason.rule} leaves the clause of “${reason.clause}” alone: ${reason.why}`
  }
}
