/** What is wrong with a sponsor, with ads.txt or with a search console's tag, and what the log says of them. */
import { listed, number } from '../../count.ts'

export const advertMessages = {
  fields: {
    sponsorName: 'Sponsor',
    sponsorWords: 'Sponsor’s words',
    sponsorLink: 'Sponsor’s link',
    sponsorPicture: 'Sponsor’s picture',
    adsTxt: 'ads.txt',
    siteTags: 'Search engine tags',
  },
  tooLong: (field: string, longest: number) => `“${field}” can have ${number(longest)} characters. Shorten it.`,
  noName: 'Say who the sponsor is: readers have to know who pays.',
  notALink: 'The link must begin with https://.',
  notAnAdsLine: (line: number) =>
    `Line ${number(line)} of ads.txt can’t be read. Each line is a domain, an account and DIRECT or RESELLER, with commas between.`,
  notATag:
    'Paste only the tags that search consoles give you, such as <meta name="google-site-verification" content="…">.',
  logChanged: (fields: readonly string[]) => `Changed the sponsor and ads: ${listed(fields)}`,
}
