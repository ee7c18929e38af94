/** What a moderator reads of how a comment looks: the words beside a chance. */
import { describe, expect, test } from 'vitest'
import { said } from './_comments.ts'
import type { SpamText } from './comment.ts'
import { featuresOf } from './features.ts'

function namesOf(text: string, more: Partial<SpamText> = {}): string[] {
  const { ids, nameOf } = featuresOf(said(text, more))
  return Array.from(ids, (_, i) => nameOf(i))
}

describe('a reason in words', () => {
  test.each<[string, string, string]>([
    ['Thanks', '1 word long', ''],
    ['Thanks a lot', '3 words long', ''],
    ['', '0 words long', 'a question mark'],
    ['', 'no words', 'a digit'],
    ['HELP me', '67% capitals', ''],
    ['all small', '0% capitals', ''],
    ['123 456', '0% capitals', 'no Latin letters'],
    ['Stop!', 'an exclamation mark', '1 exclamation marks'],
    ['Stop! Now! At once!', '3 exclamation marks', ''],
    ['Stop.', 'no link', 'an exclamation mark'],
    ['Why?', 'a question mark', ''],
    ['Why.', 'no link', 'a question mark'],
    ['Only 5 left', 'a digit', '1 digits'],
    ['Only 50 left', '2 digits', 'a digit'],
    ['None left', 'no link', '0 digits'],
    ['Nice 😀', 'emoji', ''],
    ['Nice :-) one', 'a smiley', ''],
    ['Nice one', 'no link', 'a smiley'],
    ['at 2:19 it begins', 'a time such as 2:19', ''],
    ['at 219 it begins', '3 digits', 'a time such as 2:19'],
    ['sooo good', 'a letter repeated', ''],
    ['soo good', 'no link', 'a letter repeated'],
    ['for $5 only', 'a sum of money', ''],
    ['for 5 € only', 'a sum of money', ''],
    ['for 5 only', 'a digit', 'a sum of money'],
    ['Привет', 'no Latin letters', ''],
    ['Hello', 'no link', 'no Latin letters'],
    ['see a.com', 'a link', 'links to several sites'],
    ['see a.com', 'a link', 'a link to a page'],
    ['see a.com', 'the link a.com', 'a link to this site'],
    ['see a.com/page', 'a link to a page', 'no link'],
    ['see a.com/page', 'the link a.com/page', 'links to several sites'],
    ['see a.com and b.com', 'links to several sites', '1 links'],
    ['see a.com and b.com', '2 links', ''],
    ['see a.com/x and a.com/y', '2 links', 'links to several sites'],
    ['see harbour-post.example/a and https://harbour-post.example/b', 'a link to this site', 'a link'],
    ['https://harbour-post.example/a and b.com', 'a link', '2 links'],
    ['see a.com', 'a link that ends in .com', ''],
    ['fr33 chips', 'digits or symbols for letters', 'fancy lettering'],
    ['f r e e chips', 'words spaced out letter by letter', 'digits or symbols for letters'],
    ['f r e e chips', '“free”, spaced out', ''],
    ['ｆｒｅｅ chips', 'fancy lettering', 'words spaced out letter by letter'],
    ['fr\u0435e chips', 'look-alike letters from another script', 'invisible characters inside words'],
    ['free chips', 'begins with “free”', 'look-alike letters from another script'],
    ['free chips', 'ends with “chips”', 'fancy lettering'],
    ['free chips', '“free chips”', 'words spaced out letter by letter'],
    ['kettle cloud', 'no marks of advertising', 'one mark of advertising'],
    ['money', 'one mark of advertising', 'no marks of advertising'],
    ['lol why', 'no marks of advertising', 'one mark of advertising'],
    ['money for everyone', '2 marks of advertising', ''],
    ['money for a job', 'jobs or business + money', 'money + jobs or business'],
    ['a job in the old mill pays money', 'jobs or business + money', ''],
    // Beside a greeting, a kind is no other reason than by itself.
    ['hello everyone, money', 'money', 'greets everyone + money'],
    ['my money', 'begins with “my”', ''],
  ])('“%s” is said to be: %s', (text, says, saysNot) => {
    const names = namesOf(text)
    expect(names).toContain(says)
    expect(names).not.toContain(saysNot)
  })

  test.each<[Partial<SpamText>, string | null, string]>([
    [{ hour: 0 }, 'sent between 0:00 and 4:00', 'sent 0 seconds after the form was opened'],
    [{ hour: 7 }, 'sent between 4:00 and 8:00', 'sent between 8:00 and 12:00'],
    [{ hour: 23 }, 'sent between 20:00 and 24:00', ''],
    [{ secondsToWrite: 0 }, 'sent 0 seconds after the form was opened', ''],
    [{ secondsToWrite: 5.4 }, 'sent 5 seconds after the form was opened', 'faster than people type'],
    [{ name: 'Ada Lind' }, '“ada” in the name', 'a link in the name'],
    [{ name: 'Ada Lind' }, '“lind” in the name', 'a link in the name'],
    [{ name: 'Ada Lind' }, '“ada lind” in the name', 'a link in the name'],
  ])('of %o: %s', (more, says, saysNot) => {
    const names = namesOf('Words', more)
    expect(names).toContain(says)
    expect(names).not.toContain(saysNot)
  })

  test('a person writes up to fifteen letters a second', () => {
    const fast = 'faster than people type'
    expect(namesOf('x'.repeat(75), { secondsToWrite: 5 })).not.toContain(fast)
    expect(namesOf('x'.repeat(76), { secondsToWrite: 5 })).toContain(fast)
    expect(namesOf('x'.repeat(15), { secondsToWrite: 0 })).not.toContain(fast)
    expect(namesOf('x'.repeat(16), { secondsToWrite: 0 })).toContain(fast)
  })
})
