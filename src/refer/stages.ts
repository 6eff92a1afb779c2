import chains from './stages/chains.ts'
import entities from './stages/entities.ts'

export const referStages = [entities, chains]
