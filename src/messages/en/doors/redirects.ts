/** Old addresses: what is wrong with what was typed, and what the log keeps. */
import { counted } from '../../count.ts'

export const redirectMessages = {
  noAddress: (typed: string) =>
    `“${typed}” is not an address. Begin it with / or https://, such as /2019/05/our-story.html.`,
  notTheFrontPage: 'The front page has no old address: readers always find it there.',
  notOurs: (address: string) => `${address} is part of the newsroom. Choose another old address.`,
  noTarget: (typed: string) =>
    `“${typed}” is no place to lead readers to. Write an address of this site that begins with /, or a full one that begins with https://.`,
  toItself: (address: string) => `${address} would lead to itself.`,
  twice: (address: string) => `${address} is here twice; the first line counts.`,
  logAdded: (address: string, target: string) => `Added an old address: ${address} leads to ${target}`,
  logAddedMany: (added: number) => `Added ${counted(added, { one: '1 old address', other: '# old addresses' })}`,
  logRemoved: (address: string) => `Removed the old address ${address}`,
}
