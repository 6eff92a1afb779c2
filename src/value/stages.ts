import values from './stages/values.ts'

export const valueStages = [values]
