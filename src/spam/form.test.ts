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
    ['', '0 words long', 'a question'],
    ['', 'no words', 'a digit'],
    ['HELP me', '67 % capitals', ''],
    ['all small', '0 % capitals', ''],
    ['123 456', '0 % capitals', 'no Latin letters'],
    ['Stop!', 'an exclamation mark', '1 exclamation marks'],
    ['Stop! Now! At once!', '3 exclamation marks', ''],
    ['Stop.', 'no link', 'an exclamation mark'],
    ['Why?', 'a question', ''],
    ['Why.', 'no link', 'a question'],
    ['Only 5 left', 'a digit', '1 digits'],
    ['Only 50 left', '2 digits', 'a digit'],
    ['None left', 'no link', '0 digits'],
    ['Nice 😀', 'little pictures among the words', ''],
    ['Nice :-) one', 'a smile written in signs', ''],
    ['Nice one', 'no link', 'a smile written in signs'],
    ['at 2:19 it begins', 'a time such as 2:19', ''],
    ['at 219 it begins', '3 digits', 'a time such as 2:19'],
    ['sooo good', 'a letter many times over', ''],
    ['soo good', 'no link', 'a letter many times over'],
    ['for $5 only', 'a sum of money', ''],
    ['for 5 € only', 'a sum of money', ''],
    ['for 5 only', 'a digit', 'a sum of money'],
    ['Привет', 'no Latin letters', ''],
    ['Hello', 'no link', 'no Latin letters'],
    ['see a.com', 'one link', 'links to several places'],
    ['see a.com', 'a link', 'a link to a page'],
    ['see a.com', 'the link a.com', 'a link to this site'],
    ['see a.com/page', 'a link to a page', 'no link'],
    ['see a.com/page', 'the link a.com/page', 'links to several places'],
    ['see a.com and b.com', 'links to several places', 'one link'],
    ['see a.com and b.com', '2 links', ''],
    ['see a.com/x and a.com/y', '2 links', 'links to several places'],
    ['see harbour-post.example/a and https://harbour-post.example/b', 'a link to this site', 'one link'],
    ['https://harbour-post.example/a and b.com', 'one link', '2 links'],
    ['see a.com', 'a link that ends in .com', ''],
    ['fr33 chips', 'digits or signs in place of letters', 'letters in fancy dress'],
    ['f r e e chips', 'words with their letters spread out', 'digits or signs in place of letters'],
    ['f r e e chips', '“free”, its letters apart', ''],
    ['ｆｒｅｅ chips', 'letters in fancy dress', 'words with their letters spread out'],
    ['fr\u0435e chips', 'letters of another script among Latin ones', 'characters that can’t be seen inside words'],
    ['free chips', 'begins with “free”', 'letters of another script among Latin ones'],
    ['free chips', 'ends with “chips”', 'letters in fancy dress'],
    ['free chips', '“free chips”', 'words with their letters spread out'],
    ['kettle cloud', 'none of the marks of advertising', 'one mark of advertising'],
    ['money', 'one mark of advertising', 'none of the marks of advertising'],
    ['lol why', 'none of the marks of advertising', 'one mark of advertising'],
    ['money for everyone', '2 marks of advertising', ''],
    [
      'money for a job',
      'speaks of money beside speaks of work and business',
      'speaks of work and business beside speaks of money',
    ],
    ['a job in the old mill pays money', 'speaks of money beside speaks of work and business', ''],
    // Beside a greeting, a kind is no other reason than by itself.
    ['hello everyone, money', 'speaks of money', 'a greeting to all beside speaks of money'],
    ['my money', 'begins with “my”', ''],
  ])('“%s” is said to be: %s', (text, says, saysNot) => {
    const names = namesOf(text)
    expect(names).toContain(says)
    expect(names).not.toContain(saysNot)
  })

  test.each<[Partial<SpamText>, string | null, string]>([
    [{ hour: 0 }, 'sent between 0 and 4 o’clock', 'sent 0 s after the form was opened'],
    [{ hour: 7 }, 'sent between 4 and 8 o’clock', 'sent between 8 and 12 o’clock'],
    [{ hour: 23 }, 'sent between 20 and 24 o’clock', ''],
    [{ secondsToWrite: 0 }, 'sent 0 s after the form was opened', ''],
    [{ secondsToWrite: 5.4 }, 'sent 5 s after the form was opened', 'faster than a person writes'],
    [{ name: 'Ada Lind' }, '“ada” in the name', 'a link in the name'],
    [{ name: 'Ada Lind' }, '“lind” in the name', 'a link in the name'],
    [{ name: 'Ada Lind' }, '“ada lind” in the name', 'a link in the name'],
  ])('of %o: %s', (more, says, saysNot) => {
    const names = namesOf('Words', more)
    expect(names).toContain(says)
    expect(names).not.toContain(saysNot)
  })

  test('a person writes up to fifteen letters a second', () => {
    const fast = 'faster than a person writes'
    expect(namesOf('x'.repeat(75), { secondsToWrite: 5 })).not.toContain(fast)
    expect(namesOf('x'.repeat(76), { secondsToWrite: 5 })).toContain(fast)
    expect(namesOf('x'.repeat(15), { secondsToWrite: 0 })).not.toContain(fast)
    expect(namesOf('x'.repeat(16), { secondsToWrite: 0 })).toContain(fast)
  })
})
