/** Sections, topics and authors: what is wrong with what was typed, and what the log keeps. */
import { counted, number } from '../../count.ts'

export const termMessages = {
  needsName: {
    section: 'Give the section a name with at least one letter.',
    topic: 'Give the topic a name with at least one letter.',
    author: 'Give the author a name with at least one letter.',
  },
  nameTooLong: (longest: number) => `Shorten the name to ${number(longest)} characters.`,
  commaInTopic: 'Leave out the comma: in a story’s form, commas separate topics.',
  severalAuthors: (name: string) =>
    `“${name}” reads as several people, or begins with “By”. Make one page for each author, under their name alone.`,
  nameTaken: {
    section: (name: string) => `There is already a section “${name}”.`,
    topic: (name: string) => `There is already a topic “${name}”.`,
    author: (name: string) => `There is already an author “${name}”.`,
  },
  nameLeads: (name: string, other: string) => `“${name}” is another name for “${other}”.`,
  orJoin: (sentence: string) => `${sentence} Choose another name, or join the two.`,
  tooLong: {
    about: (longest: number) => `Shorten the text to ${number(longest)} characters.`,
    role: (longest: number) => `Shorten the role to ${number(longest)} characters.`,
    contact: (longest: number) => `Shorten the contact to ${number(longest)} characters.`,
  },
  notAContact: (typed: string) =>
    `“${typed}” is neither an email address nor a web address beginning with https://. Correct it, or leave it empty.`,
  noSuchAccent: 'Choose one of the colours.',
  noSuchTone: 'Choose news, opinion or analysis.',
  tooManySigns: (most: number) => `List at most ${number(most)} names.`,
  noSuchPerson: 'Choose a colleague, or nobody.',
  noSuchPicture: 'This picture is no longer in the library. Choose another one.',
  needsAddress: 'The address needs at least one letter or figure.',
  addressTaken: (slug: string, other: string) => `The address “${slug}” leads to “${other}”. Choose another.`,
  chooseOther: {
    section: 'Choose the section to move the stories to.',
    topic: 'Choose the topic to move the stories to.',
    author: 'Choose the author to move the stories to.',
  },
  hasStories: (name: string, stories: number) =>
    counted(stories, {
      one: `One story is in “${name}”. Choose the section to move it to.`,
      other: `# stories are in “${name}”. Choose the section to move them to.`,
    }),

  logAdded: {
    section: (name: string) => `Added the section ${name}`,
    topic: (name: string) => `Added the topic ${name}`,
    author: (name: string) => `Added a page for ${name}`,
  },
  logChanged: {
    section: (name: string) => `Changed the section ${name}`,
    topic: (name: string) => `Changed the topic ${name}`,
    author: (name: string) => `Changed the page of ${name}`,
  },
  logRenamed: (before: string, after: string) => `Renamed ${before}: ${after}`,
  logMoved: (name: string, place: number) => `Moved the section ${name} to place ${number(place)}`,
  logJoined: (from: string, to: string) => `Joined ${from} with ${to}`,
  logRemoved: {
    section: (name: string) => `Removed the section ${name}`,
    topic: (name: string) => `Removed the topic ${name}`,
    author: (name: string) => `Removed the page of ${name}`,
  },
}
