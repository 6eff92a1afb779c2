import link from './stages/link.ts'

export const linkStages = [link]
