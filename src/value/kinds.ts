import age from './kinds/age.ts'
import ago from './kinds/ago.ts'
import date from './kinds/date.ts'
import duration from './kinds/duration.ts'
import era from './kinds/era.ts'
import holiday from './kinds/holiday.ts'
import money from './kinds/money.ts'
import noValue from './kinds/no-value.ts'
import ordinal from './kinds/ordinal.ts'
import percent from './kinds/percent.ts'
import period from './kinds/period.ts'
import quantity from './kinds/quantity.ts'
import ratio from './kinds/ratio.ts'
import relativeDate from './kinds/relative-date.ts'
import season from './kinds/season.ts'
import set from './kinds/set.ts'
import time from './kinds/time.ts'
import weekday from './kinds/weekday.ts'
import year from './kinds/year.ts'

/** Of two candidates as long, the kind that stands first here wins. */
export const KINDS = [
  money,
  percent,
  holiday,
  era,
  ago,
  age,
  date,
  weekday,
  period,
  season,
  relativeDate,
  set,
  time,
  year,
  duration,
  ratio,
  noValue,
  ordinal,
  quantity,
]
