import { mix2, mix3, mix4 } from '../base/mix.ts'
import { distanceOf } from './parse-features.ts'
import type { Sight } from './sight.ts'
import type { State } from './transition.ts'

/** Writes the hashes of the features that name the relation of `child`, the top of the stack, to `head`. */
export function labelFeatures(state: State, sight: Sight, head: number, child: number, out: Int32Array): number {
  const { word: w, tag: p, both: wp, middle: c, fine } = sight
  const { left1, right1, left2, label, leftLabels, rightLabels } = state
  const side = head > child ? 1 : 2
  const hw = w[head]!
  const hp = mix2(p[head]!, side)
  const dw = mix2(w[child]!, side)
  const dp = p[child]!
  const pair = mix2(hp, dp)
  const marker = state.marker[child]!
  const mw = w[marker]!
  const dl = left1[child]!
  const dr = right1[child]!
  const sibling = side === 1 ? left1[head]! : right1[head]!
  const before = child > 0 ? child - 1 : state.none
  const after = child + 1 <= state.root ? child + 1 : state.none
  const headBefore = head > 0 && head < state.none ? head - 1 : state.none
  const headAfter = head + 1 <= state.root ? head + 1 : state.none
  const dist = distanceOf(head, child)
  const commas = Math.min(2, Math.abs(sight.commas[head]! - sight.commas[child]!))
  let n = 0
  out[n++] = mix2(200, pair)
  out[n++] = mix2(201, dw)
  out[n++] = mix2(202, dp)
  out[n++] = mix3(203, wp[child]!, hp)
  out[n++] = mix3(204, hw, mix2(dp, side))
  out[n++] = mix3(205, hw, dw)
  out[n++] = mix2(206, mix2(hw, side))
  out[n++] = mix2(207, hp)
  out[n++] = mix3(208, wp[head]!, mix2(dp, side))
  out[n++] = mix3(209, pair, dist)
  out[n++] = mix3(210, pair, commas)
  out[n++] = mix3(211, pair, mw)
  out[n++] = mix3(212, hw, mix2(mw, dp))
  out[n++] = mix3(213, dw, mw)
  out[n++] = mix3(214, mix2(hp, mw), w[child]!)
  out[n++] = mix3(215, pair, p[marker]!)
  out[n++] = mix3(216, pair, leftLabels[child]!)
  out[n++] = mix3(217, pair, rightLabels[child]!)
  out[n++] = mix4(218, dp, leftLabels[child]!, mw)
  out[n++] = mix3(219, pair, leftLabels[head]!)
  out[n++] = mix3(220, pair, rightLabels[head]!)
  out[n++] = mix4(221, hw, mix2(dp, side), leftLabels[head]!)
  out[n++] = mix4(222, hw, mix2(dp, side), rightLabels[head]!)
  out[n++] = mix3(223, pair, wp[dl]!)
  out[n++] = mix3(224, pair, p[dl]!)
  out[n++] = mix3(225, pair, p[left2[child]!]!)
  out[n++] = mix3(226, pair, wp[dr]!)
  out[n++] = mix3(227, pair, p[dr]!)
  out[n++] = mix3(228, pair, label[sibling]!)
  out[n++] = mix3(229, pair, wp[sibling]!)
  out[n++] = mix4(230, hw, label[sibling]!, mix2(dp, mw))
  out[n++] = mix3(231, pair, p[before]!)
  out[n++] = mix3(232, pair, p[after]!)
  out[n++] = mix3(233, pair, w[before]!)
  out[n++] = mix3(234, pair, w[after]!)
  out[n++] = mix3(235, pair, p[headBefore]!)
  out[n++] = mix3(236, pair, p[headAfter]!)
  out[n++] = mix4(237, pair, p[before]!, p[after]!)
  out[n++] = mix3(238, hp, w[dl]!)
  out[n++] = mix3(239, dw, p[dl]!)
  out[n++] = mix3(240, w[left1[head]!]!, pair)
  if (c[child]! + c[head]! !== 0) {
    out[n++] = mix3(241, fine[child]!, hp)
    out[n++] = mix3(242, fine[head]!, mix2(dp, side))
    out[n++] = mix3(243, c[head]!, mix2(c[child]!, side))
    out[n++] = mix3(244, fine[head]!, mix2(fine[child]!, side))
    out[n++] = mix4(245, fine[head]!, mw, dp)
    out[n++] = mix4(246, fine[child]!, mw, hp)
    out[n++] = mix4(247, c[head]!, c[child]!, mw)
  }
  out[n++] = mix2(248, side)
  if (sight.guided) {
    const guide = sight.guideLabel[child]! * 2 + (sight.guideHead[child] === head ? 1 : 0)
    out[n++] = mix2(250, guide)
    out[n++] = mix3(251, guide, pair)
    out[n++] = mix3(252, guide, dw)
    out[n++] = mix3(253, guide, hw)
    out[n++] = mix3(254, guide, mw)
    out[n++] = mix3(255, guide, hp)
    out[n++] = mix3(256, guide, mix2(dp, side))
  }
  return n
}
