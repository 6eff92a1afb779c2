import facts from './stages/facts.ts'

export const factStages = [facts]
