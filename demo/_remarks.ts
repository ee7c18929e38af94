/** What readers say that fits under many stories: two halves make a comment, so that no two are the same. */

/** The beginning of a comment; "{about}" is what the story is about. */
export const FIRST_HALVES: readonly string[] = [
  'I have lived here for forty years and never thought I would read about {about} twice in one month.',
  'Thank you for sending somebody to ask. Nobody else in the county writes about {about}.',
  'Can anyone tell me who decided about {about}, and when we were asked?',
  'We talked about {about} at the allotments this morning, and it took up the whole tea break.',
  'I was against it at first. Having read this, I think {about} deserves a second look.',
  'My mother is ninety-one and had me read this to her. About {about} she said: “In the end it is always the same four people.”',
  'It would have been fair to ask the people on the north bank about {about} as well.',
  'I wrote to my councillor about {about} in the spring and have had a very polite answer with nothing in it.',
  'For once I agree with everyone who was quoted. About {about} that is a small miracle.',
  'There is a good deal more to be said about {about} than fits into one story.',
  'When we moved here people told us we would get used to it. About {about} they were right.',
  'Somebody should do the sums on {about} again, slowly, and with the window open.',
  'I teach at the evening school, and half my class had something to say about {about}.',
  'You can say what you like about {about}, but at least it is being talked about.',
  'I work nights, so I only saw this now. On {about} I am in two minds.',
  'A question for the reporter: how many people who care about {about} did you speak to?',
  'My late husband would have written you three pages about {about}. I will keep it to three lines.',
  'I read the whole report, all sixty pages of it, and {about} comes up on four of them.',
]

/** The end of a comment. */
export const SECOND_HALVES: readonly string[] = [
  'Please stay with it, and tell us in six months what has come of all this.',
  'What strikes me is that nobody gives a date. Without a date it is only a wish.',
  'My neighbours see it otherwise, and we are still on speaking terms.',
  'It costs money, of course it does. So does doing nothing for ten years.',
  'If there is a meeting, put it in the paper a week before and not the day after.',
  'I would happily give an afternoon to it if someone told me where to turn up.',
  'The young people are never asked, and they are the ones who will be living with it.',
  'There used to be a box at the town hall for this kind of thing. I do not know what happened to the box.',
  'Perhaps we could all wait for the figures before we fall out over it.',
  'In Kesterby they tried the same, and it went better than anybody had expected.',
  'Those who shout loudest seldom live closest. I can see it from my kitchen window.',
  'It is easy to laugh, and I did, but it matters a great deal to some people here.',
  'Whoever is in charge of it now has my sympathy and my telephone number.',
  'I do hope the winter is kinder to us than the last one was.',
  'We should be a little proud of ourselves for once. It will pass.',
  'Next time a drawing would help, or a map, for those of us who think in pictures.',
]

/** The beginning of an answer to another reader. */
export const ANSWERS_BEGIN: readonly string[] = [
  'I asked exactly that at the meeting, and was told that it would be looked into.',
  'That is not quite how I remember it, and I was there.',
  'You are right about the first half and I am not so sure about the second.',
  'Well put. I have been trying to say so at home for a week.',
  'With respect, that is easy to say from the hill.',
  'My brother works there and tells it the other way round.',
  'I had not looked at it like that, thank you.',
  'It is in the minutes of last March, on the second page, near the bottom.',
  'Speak for yourself. Some of us were rather pleased.',
  'I think you two are talking about different things.',
  'The same happened to us, only with rain.',
  'That made me laugh out loud on the bus.',
  'I do not agree, but I am glad that somebody wrote it down.',
  'There is a form for that, and it is not even a long one.',
  'Have you tried ringing them? They were very kind to me.',
  'It was longer ago than that. I remember because of the shoes I had on.',
  'My wife says you must be the lady from the wool shop. If so: hello.',
  'One should add that nobody was paid for any of it.',
]

/** The end of an answer. */
export const ANSWERS_END: readonly string[] = [
  'If you find out more, do post it here, for I am not the only one who would like to know.',
  'It will be on the agenda again in the autumn, so there is still time.',
  'Someone from the council reads along, I hope, and takes a note or two.',
  'I would only say: go and have a look at it on a wet Tuesday.',
  'We shall see. I have been wrong before, and about this very street.',
  'That said, I would not want to be the one who has to decide.',
  'Let us keep it civil; we all have to stand in the same queue for rolls.',
  'The figures are on a sheet in the library, by the window, if anyone cares to look.',
  'In my experience it takes two letters, and the second one works.',
  'Otherwise I am with you all the way, and so is the whole of our landing.',
  'My father always said that a town is only a long conversation.',
  'I may be the only one who thinks so, but going by the talk at the market I doubt it.',
  'Now I shall go and put the kettle on before I write something I regret.',
  'Nobody has ever given me a straight answer to that part, and I have asked three of them.',
  'It is a pity that this was left out of the story, where it would have done some good.',
  'And it is not as if it had been a secret; half the street knew.',
]

/** A short answer; several people say much the same, and that is no campaign. */
export const SHORT_ANSWERS: readonly string[] = [
  'Hear, hear.',
  'Thank you, that is good to know.',
  'No, it was the other church.',
  'I can confirm this.',
  'Which one?',
  'Quite.',
  'Not on my street!',
  'Me too.',
]
