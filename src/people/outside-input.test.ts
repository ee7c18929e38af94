/** What this part reads of what comes from outside, on any text at all: it answers or says what is wrong, and never throws. */
import { expect, test } from 'vitest'
import { isSentence, onText } from '../../test/fuzz/on-text.ts'
import { deviceOf, foldAddress, mailKeysWith, passwordProblem } from '../access/index.ts'
import { checkReaderName } from '../readers/index.ts'

test('a name, an address, a browser’s name and a password are read, whatever they hold', () => {
  const keys = mailKeysWith(Buffer.alloc(32, 1))
  return onText((text, other) => {
    const name = checkReaderName(text)
    if ('problem' in name) isSentence(name.problem)
    else expect(checkReaderName(name.name)).toEqual(name)
    expect(foldAddress(foldAddress(text))).toBe(foldAddress(text))
    expect(deviceOf(text).length).toBeLessThan(100)
    const wrong = passwordProblem(text, [other])
    if (wrong) isSentence(wrong)
    expect(keys.addressKey(text)).toHaveLength(22)
    expect([keys.readStopKey(text), keys.readNoticesKey(text)]).toEqual([null, null])
  })
})
