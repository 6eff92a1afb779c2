import entities from './stages/entities.ts'

export const referStages = [entities]
