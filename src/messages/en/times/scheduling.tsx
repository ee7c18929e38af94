/** Having a story go out at a time. */
import type { Child } from 'hono/jsx'
import { roughly } from '../../count.ts'

export const schedulingMessages = {
  title: 'Publish at a time',
  hint: 'The story goes out as it is saved by then. You can go on writing until it does.',
  at: 'Goes out at',
  timeZone: (zone: string) => `Time zone: ${zone}.`,
  schedule: 'Schedule',
  change: 'Change the time',
  goesOut: (at: Child) => <>Goes out by itself on {at}.</>,
  cancel: 'Cancel the schedule',
  scheduled: (at: string) => `goes out ${at}`,

  isRetracted:
    'This story is retracted. At its time the draft’s words go back on the site; the retraction stays among its corrections.',
  endTitle: 'Take it off the site at a time',
  endHint:
    'The story leaves the site by itself, as if you had pressed Unpublish. The newsroom’s home page says so then.',
  endAt: 'Leaves the site at',
  setEnd: 'Set the time',
  endsOn: (at: Child) => <>Leaves the site by itself on {at}.</>,
  keepOnSite: 'Keep it on the site',
  ended: (story: Child, at: string) => (
    <>
      {story} left the site on {at}, as planned.
    </>
  ),

  notATime: 'Choose a day and a time, such as 2026-11-30T06:00.',
  skipped: (time: string, zone: string) =>
    `Clocks in ${zone} skip ${time} that night. Choose a time an hour earlier or later.`,
  twice: (time: string) => `Clocks go back that night, so ${time} comes twice. Which one do you mean?`,
  first: 'The first, before clocks go back',
  second: 'The second, an hour later or so',

  failed: (story: Child, at: string, problem: string) => (
    <>
      {story} was to go out on {at}, and did not: {problem}
    </>
  ),
  late: (story: Child, late: number) => (
    <>
      {story} went out {roughly(late)} late, because Courant was not running at its time.
    </>
  ),
  seen: 'OK',
}
