import { isDisaster } from '../disasters.ts'
import { factRule } from '../fact-rule.ts'
import { agent, behind, framed, frames, patient, verbs } from '../frame.ts'

const WHO = ['person', 'organization', 'group', 'place', 'words'] as const
const FRAMES = frames([
  {
    verbs: verbs(
      'attack, bomb, shell, ambush, assault, stab, shoot, bombard, strike, assassinate, murder, invade, torch, gun down, open fire',
    ),
    roles: {
      target: [patient(...WHO), behind('on|at', ...WHO)],
      attacker: agent(...WHO),
      weapon: behind('with', 'words'),
    },
    confidence: 0.7,
  },
])

export default factRule({
  name: 'attack',
  about: 'Violence against people, organizations or places.',
  types: ['event.attack'],

  *find(view) {
    for (const found of framed(view, 'event.attack', FRAMES)) {
      // a quake strikes too: that is a disaster
      const attacker = found.arguments.find(({ role }) => role === 'attacker')?.filler
      const words =
        attacker && 'span' in attacker ? view.tokens.source.slice(attacker.span.start, attacker.span.end) : ''
      if (!isDisaster(words.toLowerCase().split(' ').at(-1) ?? '')) yield found
    }
  },

  examples: [
    ['Gunmen attacked a village in Nigeria on Sunday.', { target: 'a village', attacker: 'Gunmen', place: 'Nigeria' }],
  ],
  not: ['The attack failed.'],
})
