import type { FactRule } from './fact-rule.ts'
import acquisition from './rules/acquisition.ts'
import action from './rules/action.ts'
import age from './rules/age.ts'
import agreement from './rules/agreement.ts'
import attack from './rules/attack.ts'
import award from './rules/award.ts'
import casualties from './rules/casualties.ts'
import cause from './rules/cause.ts'
import citizenship from './rules/citizenship.ts'
import disaster from './rules/disaster.ts'
import family from './rules/family.ts'
import founding from './rules/founding.ts'
import investment from './rules/investment.ts'
import isA from './rules/is-a.ts'
import launch from './rules/launch.ts'
import learned from './rules/learned.ts'
import legal from './rules/legal.ts'
import life from './rules/life.ts'
import meeting from './rules/meeting.ts'
import membership from './rules/membership.ts'
import metricChange from './rules/metric-change.ts'
import metricComparison from './rules/metric-comparison.ts'
import metricLevel from './rules/metric-level.ts'
import metricList from './rules/metric-list.ts'
import metricShare from './rules/metric-share.ts'
import offer from './rules/offer.ts'
import ownership from './rules/ownership.ts'
import partOf from './rules/part-of.ts'
import personnel from './rules/personnel.ts'
import position from './rules/position.ts'
import schedule from './rules/schedule.ts'
import statement from './rules/statement.ts'
import trade from './rules/trade.ts'
import vote from './rules/vote.ts'
import workforce from './rules/workforce.ts'

/** Every fact rule; `learned` and `action` come last, as they take what no other rule took. */
export const FACT_RULES: readonly FactRule[] = [
  acquisition,
  age,
  agreement,
  attack,
  award,
  casualties,
  cause,
  citizenship,
  disaster,
  family,
  founding,
  investment,
  isA,
  launch,
  legal,
  life,
  meeting,
  membership,
  metricChange,
  metricComparison,
  metricLevel,
  metricList,
  metricShare,
  offer,
  ownership,
  partOf,
  personnel,
  position,
  schedule,
  statement,
  trade,
  vote,
  workforce,
  learned,
  action,
]
