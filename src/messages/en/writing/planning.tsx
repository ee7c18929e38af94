/** The plan: what is meant for which day. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const planningMessages = {
  title: 'Planning',
  weekOf: (from: string, to: string) => `${from} – ${to}`,
  thisWeek: 'This week',
  earlier: 'Week before',
  later: 'Week after',
  weeks: 'Weeks',
  ideas: 'Without a day',
  ideasLead: 'Ideas for some day. Give one a day to put it into the week.',
  today: 'Today',
  emptyDay: 'Nothing planned.',
  emptyIdeas: 'No ideas yet. Add one without a day.',
  print: 'Print it with your browser to take it to the conference.',

  writer: 'Writer',
  photographer: 'Photographer',
  photographerName: 'Or a photographer’s name',
  section: 'Section',
  everyone: 'Everyone',
  everySection: 'Every section',
  nobody: 'Nobody yet',
  noSection: 'No section',
  show: 'Show',

  add: 'Add to the plan',
  change: 'Change',
  changeTitle: 'Change the plan',
  headline: 'What it is about',
  headlineOfStory: 'Its headline is the story’s, and its section too once the story has one.',
  day: 'Day',
  dayHint: 'Empty: an idea',
  slot: 'For',
  slots: { morning: 'Morning', midday: 'Midday', evening: 'Evening' },
  anySlot: 'Any time',
  words: 'Words',
  deadline: 'Deadline',
  by: (time: string) => `by ${time}`,
  photo: (name: Child) => <>photo {name}</>,
  length: (count: number) => counted(count, { one: '1 word', other: '# words' }),
  noSuchSection: (name: string) => `${name} (no such section)`,
  save: 'Save',
  addButton: 'Add',
  remove: 'Take out of the plan',
  removeHint: 'Its story, if there is one, stays.',

  planned: 'Not begun',
  inTrash: 'In the trash',
  goesOut: (at: string) => `Goes out ${at}`,
  embargo: 'Under embargo',
  held: (embargo: Child, until: Child) => (
    <>
      {embargo} until {until}
    </>
  ),
  late: { deadline: 'Late: the deadline has passed', day: 'Late: its day is over' },
  begin: 'Begin the story',
  openStory: 'Open the story',
  move: 'Move',
  moveTo: 'Move to',
  drag: (headline: string) => `Move ${headline} to another day: drag it, or press the up and down arrows`,

  chooseADay: 'Choose a day, such as 2026-11-30, or leave it empty.',
  noPlan: 'There is no such line in the plan. Somebody may have taken it out.',
  notYours: 'You can only plan your own stories. A colleague who can change others’ stories can plan for others.',
  notYoursToChange: 'This line of the plan is a colleague’s. You can only change your own.',
  changedMeanwhile:
    'Somebody has changed this line meanwhile. What you typed is below: save again to put it in its place.',

  /** On a story’s page. */
  plan: 'Plan',
  notPlanned: 'This story isn’t in the plan.',
  ofStory: (when: Child) => <>Planned for {when}.</>,
  slotsWithin: { morning: 'morning', midday: 'midday', evening: 'evening' },
  openPlan: 'Open the plan',
  asIdea: 'In the plan, without a day.',
  planStory: 'Plan this story',
}
