/**
 * Drafts of the pages that a paper is expected to have, in the light markup of
 * stories. What only the newsroom can know stands in square brackets: no page is
 * published while any are left. What they say of the program is what it does;
 * whoever changes that changes it here.
 */

/** What a draft can be told of the site. */
interface Facts {
  name: string
  /** How readers reach the newsroom; empty where it isn’t known. */
  contact: string
  /** Where the site is reached, without a slash at its end. */
  url: string
  /** Whether the site sends email. */
  sendsMail: boolean
  /** So many approved comments let a verified reader’s appear without review; null where a person reads all. */
  withoutReview: number | null
}

const reach = ({ contact }: Facts): string => contact || '[your email address]'

const reviewed = ({ withoutReview }: Facts): string =>
  withoutReview === null
    ? 'A person in our newsroom reads every comment before it appears.'
    : 'A person in our newsroom reads comments before they appear. Comments by verified readers whose earlier comments we approved can appear at once.'

const about = (
  facts: Facts,
): string => `${facts.name} reports on [the place or subject you cover]. We are [who you are, in one or two sentences: when you began, how many you are, where you work].

## Who pays for this

${facts.name} belongs to [the person, company or association that owns it]. We live on [for example subscriptions, advertising, donations or grants]. Nobody who gives us money decides what we report.

## How we work

We say where we know things from. Facts, statements and pictures have a source, and where a story quotes somebody, you can see who it is.

Opinion is marked as opinion. Advertising is marked as advertising.

## When we get something wrong

Tell us: ${reach(facts)}. We correct mistakes in the story itself and say what we corrected. We keep every version that we have published.

## Comments

${reviewed(facts)} What we don’t publish, and how to appeal, is in our [house rules](/house-rules).

## Who we are

- [Name, what they do, how to reach them]
- [Name, what they do, how to reach them]
`

const contact = (facts: Facts): string => `Write to us: ${reach(facts)}

By post: [your name and postal address]

By telephone: [your number, and when somebody answers]

## News and tips

Seen something that people should know about? Write to [an address for tips]. Don’t send anything confidential from an account or a machine of your employer’s.

## Corrections

If something in a story is wrong, write to ${reach(facts)} with the story’s address and what is wrong. We read every message.

## Comments

To report a comment, use “Report” below it. To appeal against a decision about your own comment, open its receipt, which you find under [your comments](/receipts).

## Your data

For anything about your personal data, write to ${reach(facts)}. Our [privacy page](/privacy) says what we keep.
`

const imprint = (facts: Facts): string => `## Publisher

${facts.name} is published by [name of the person or company, with its legal form], [street and number], [postcode, town and country].

Represented by [name of the managing director, board or owner]

## Contact

Email: ${facts.contact || '[your email address]'}

Telephone: [your telephone number, or another way to reach you as quickly]

## Register and tax

Registered at [court or register] as number [your number]. Remove this line if you aren’t in a register.

VAT number: [your VAT number]. Remove this line if you have none.

## Responsible for the content

[Name and full address of one person who lives in the EU; in Germany this is required by section 18(2) of the Medienstaatsvertrag]

## Contact under the Digital Services Act

Authorities of the EU’s member states, the Commission and the Board for Digital Services, as well as readers, reach us at ${reach(facts)} (Articles 11 and 12 of Regulation (EU) 2022/2065). You can write in [the languages in which you answer].

To report a comment that you think is illegal, use “Report” below it. A person reads every report.

## Supervision

[Name of the authority or press council that supervises you]. Remove this part if there is none.
`

const emails = (facts: Facts): string =>
  facts.sendsMail
    ? `## Emails

If you ask to be told of answers to your comment, we first send you one email with a link, and write to you only after you have opened it. Each email has a link that ends them, and one that keeps us from ever writing to that address again. We delete the text of an email once it has been sent, and the record of when it was sent and to whom after 30 days. If you ask us never to write to an address again, we keep a scrambled form of it so that we don’t.

`
    : ''

const privacy = (
  facts: Facts,
): string => `This page says what ${facts.name} (${facts.url}) keeps about you, why, and how you get it back or have it erased.

Responsible for your data is [name of the person or company that publishes], [postal address]. Write to ${reach(facts)} about anything on this page.

## When you read

You can read everything here without an account. Reading sets no cookies, runs no scripts, and we don’t count or follow readers. Type and styles come from this site. If a story shows a picture that is kept on another site, your browser fetches it from there.

The program that runs this site neither keeps nor logs your IP address. [Does your hosting company or proxy keep logs with IP addresses? Say which company, what it keeps and for how long. If not, remove this.]

## When you comment

We keep the name and the words that you send, each later version of them, when you sent them, and your email address if you give one. Your email address is never shown. Your name and your words are public once your comment is published.

Before anybody here reads a comment, a program on this server looks at it: how likely it is spam, whether it contains insults or private details, how long it took to write, which language it is in. While you write, your browser works out a sum that makes floods costly; the sum says nothing about you. All this only sorts and marks what we read. ${reviewed(facts)}

To stop floods and campaigns, we keep a scrambled form of the network that a comment came from, made with a key that changes every day. After 30 days the key is deleted, and nothing tells any more which comments came from one network.

If a comment is not published or is removed, we keep it with the decision and the reason, so that you can appeal and we can account for what we decided. Reports of comments are kept in the same way: what you write in them and, in a legal notice, your name and email address. Whoever wrote the comment is not told who you are.

If you tell us that something in a story is wrong, we keep what you write, and your email address if you give one, so that we can answer. What you write is shown to nobody but our editors. We delete the address 30 days after we have answered.

${emails(facts)}## If you make an account

An account is optional. It keeps your name, and your email address or the public key of your device. For each browser that is signed in we keep its kind, such as “Firefox on Windows”, and when it was last here. A sign-in lasts 90 days.

## Cookies

We set cookies only for what you ask us to do, and share them with nobody:

- courant_form, when you begin to write a comment. It shows that the form came from us, and ends when you close the browser.
- courant_receipts, when you open the receipt of a comment. It lets this browser find your comments again, for half a year.
- courant_reader, when you sign in to an account. It keeps you signed in, for 90 days.
- courant_session and courant_staff, for people who work here.

## On what basis

We publish and review comments, and protect the site from floods, because we have a legitimate interest in an orderly public discussion (Article 6(1)(f) GDPR). An account and the emails you ask for are kept because you asked for them (Article 6(1)(b)). What the law makes us keep of decisions and reports, we keep for that (Article 6(1)(c)).

## Who else gets your data

Nobody, except those who run the machines for us: [your hosting company, and your email provider if you have one, with the country in which they keep data].

## How long

Comments stay as long as their story does, or until you have them erased. Backups are kept for [how many days], so erased data is gone from them after that time.

## Your rights

You can see, export and erase what we keep of you yourself, at any time: on the receipt of each comment, under [your comments](/receipts), and in [your account](/account). You can also ask us to do it, to correct something, to restrict how we use it, or object to it: write to ${reach(facts)}.

You can complain to a data protection authority, for example to ours: [name of the authority and its website].
`

const accessibility = (
  facts: Facts,
): string => `We want everybody to be able to read ${facts.name} and to take part in its discussions. Our aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.

## What has been done

- Every page works without JavaScript, except passkeys, which need it.
- Pages work with the keyboard alone. The first link of each page leads past the menu to the content.
- Headings, lists, forms and parts of the page are marked as such for screen readers.
- Pages fit a screen 360 pixels wide without sideways scrolling, and text can be enlarged.
- Colours follow the setting of your device, light or dark.
- Pictures that tell something have a description.

## How it is tested

The makers of the program test its pages with axe-core, a program that looks for what the guidelines forbid and a machine can find: on narrow and wide screens, in light and in dark. Another test presses every link, button and field of every kind of page. Machines find only part of what can be wrong.

We have not had this site examined by people who use assistive technology. [If you have, say when and by whom, and remove the sentence before this one. Otherwise remove this.]

## What does not work yet

[What you know of that does not meet the guidelines, such as videos without captions or scanned documents. If you know of nothing, say so.]

## Tell us

If something here keeps you from reading or writing, write to ${reach(facts)}. Say which page it is and what you use. We answer within [how many days].

[If your country has an authority for complaints about accessibility, name it here. Otherwise remove this.]
`

export const pageDraftMessages = {
  drafts: {
    about: { title: 'About us', words: about },
    contact: { title: 'Contact', words: contact },
    imprint: { title: 'Imprint', words: imprint },
    privacy: { title: 'Privacy', words: privacy },
    accessibility: { title: 'Accessibility', words: accessibility },
  },
}
