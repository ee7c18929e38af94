/** The sentences that `_own-words.ts` puts together; in brackets, choices. All of them are our own. */

const lines = (text: string): string[] => text.trim().split('\n')

export const PEOPLE = lines(`
[Ada|Jon|Peg|Amir|Ruth|Colin|Nadia|Brian|Moira|Tom] [Lind|Hollis|Trask|Doyle|Osei|Vale|Brook|Sand|Dene|Ward]
[margaret|dave|sheila|keith|anne|graham|priya|luke] [of Fenwick|from the hill|h.|t.|b.|w.]
[Mrs|Mr|Dr|Ms] [Appleby|Rowe|Sutton|Khan|Ferris|Lowe|Marsh|Gill]
[old salt|night nurse|ferryman|Quayside gran|retired teacher|a neighbour|town walker|bus driver]
[Sam|Jo|Lee|Kit|Wes|Fay|Una|Ned][ P| R| M||||]
`)

/** Those who sign with what they sell. */
export const SHOPS = lines(`
[best|cheap|top|affordable|professional|local] [seo|web design|marketing|link building|plumbing|roofing] [agency|company|services|experts|consultant]
[running|leather|designer|wedding|winter|yoga|work] [shoes|boots|jackets|dresses|bags|pants] [online|outlet|store|sale|shop]
[buy|order|get] [followers|backlinks|essays|watches|perfume|vitamins|sneakers] [online|cheap|now]
[online|live|mobile|best] [casino|poker|slots|betting|bingo] [bonus|games|review|sites]
[payday|personal|fast|bad credit] [loans|loan|cash advance] [online|today|lenders|]
[garage door|pest control|carpet cleaning|locksmith|moving|limo|tree removal] [repair|company|services|near me|rental]
[nail|diy|craft|beauty|baby|camping|kitchen|garden] [kits|supplies|tools|gear|sets|equipment] [online||direct|uk]
[hair|dental|eye|knee] [transplant|implants|surgery|treatment] [turkey|istanbul|abroad|cost|clinic]
[solar|bathroom|kitchen|loft|driveway] [panels|fitters|installers|conversions|builders] [near me|manchester|texas|prices|]
[replica|designer|vintage|second hand] [watches|handbags|sneakers|sunglasses] [for sale|shop|outlet|]
[phone|laptop|car|furniture|jewelry|vape|t-shirt|mattress|curtain] [shop|store|accessories|wholesale|supplier|deals]
[weight loss|keto|skin care|hair growth|teeth whitening] [pills|products|clinic|tips|supplements]
[download|free|watch] [movies|software|mp3|apk|games] [free|online|hd]
[forex|crypto|stock|bitcoin] [trading|signals|broker|exchange|mining][| guide| platform]
`)

/** Praise that fits every page there is. */
export const FLATTERY = lines(`
[Great|Nice|Excellent|Awesome|Wonderful|Fantastic] [post|article|blog|blog post|write-up|site], [thanks for sharing|thank you for sharing this|keep it up|keep up the good work]!
I [really|truly|absolutely] [enjoyed|loved|liked] [reading|going through] [it|this|your post|this blog], and I have [bookmarked|saved|book-marked] [your site|your website|this page|your blog] [for later|to check back|].
This is [very|really|so] [interesting|informative|helpful|useful], you are a [very skilled|great|talented|gifted|professional] [blogger|writer|author].
I have [joined|subscribed to|added] your [feed|rss feed|newsletter|blog] and [look forward to|am hoping for|will be waiting for] [more of your|your next] [great|wonderful|amazing] [posts|articles|content].
I [just|recently|] [stumbled upon|came across|discovered|found] your [blog|weblog|website|site] and [wanted to say|must say] [that|] I have [really enjoyed|loved] [browsing|reading] your [blog posts|articles].
[Hi there|Hello|Hey|Greetings], [I think|I believe] your [site|blog|web page] [might be|is] [one of the best|the greatest] [I have seen|on this topic|in this niche|on the internet].
[Very|Really|Quite] [good|nice|well] [written|explained|presented] [article|post|information]. [It will be|This is] [valuable|helpful|supportive] to [everyone|anyone] who [uses|reads|employs] it, [as well as me|including myself].
[What a|Such a] [great|informative|brilliant|useful] [read|resource|piece of content|article]! I will [certainly|definitely|surely] [come back|return|visit again|be back].
I [have shared|am sharing|will share] [your website|this post|your blog|this link] [in|on] my [social networks|facebook group|twitter|circles].
[Thanks|Thank you] [for the|for this] [valuable|great|useful|fantastic] [information|info|content|tips]. [I was|I have been] [searching|looking] [for this|everywhere for this] [all day|for a long time|for hours].
[Your|The] [style|way of writing|writing style|layout] is [so|really|very] [unique|amazing|impressive] [compared to|next to] [other folks|others|other blogs] I have [read|seen] [stuff|things|posts] from.
[I'm|I am] [impressed|amazed], I must say. [Rarely|Seldom] do I [encounter|come across|find] a [blog|site] that is [both|equally] [educative|educational|informative] and [entertaining|engaging|fun].
[Good|Great|Amazing] [info|stuff|job|content]. [Lucky me|Glad] I [found|discovered|ran across] your [website|site|blog] [by accident|by chance|through google].
[Hello|Hi], [I enjoy|I like|I love] [reading|looking through] [all of|through] your [posts|articles|post]. I [wanted|like] to [write|leave] a [little|quick|small] comment to [support|encourage] you.
[Wow|Hey], [this|that] is [exactly|just] what I was [looking for|searching for]. [Your blog|This site] [is a gem|rocks|is amazing|deserves more visitors].
[Which|What] [theme|template|blog platform|plugin] [are you using|do you use] [for this site|on this blog|here]? [It looks|Looks] [great|awesome|fantastic].
I [appreciate|admire|value] the [effort|work|time] [you put|you have put] into [this|your] [blog|content|website]. [Keep|Please keep] [posting|writing|sharing|them coming].
[Pretty|Really|Very] [great|nice|cool] [post|article]. [I simply|I just|I only] [wanted|wish] to [mention|say|tell you] that [it helped me a lot|I learned so much|you nailed it].
[This|Your] [paragraph|post|article|piece] [gives|offers|provides] [clear|good|excellent] [ideas|insight|tips] for [new visitors|the new users of blogging|people like me|beginners].
[Superb|Outstanding|Marvelous|Remarkable] [post|blog|website|work], [you have|you've got] [some|really] [great|good] [points|thoughts|ideas] [there|here|in this one].
[Can I|May I|Could I] [share|quote|repost] [a few|some|parts] of your [posts|articles] [on my site|with my readers] [as long as I give credit|with a link back|]?
[You make|You have made|There are] [some|several|a few] [valid|fine|solid|good] points [here|there|in this]. [Most people|Nearly everyone|Many folks] [will agree|would agree|agree] with [you|your blog|this].
[I do not know|Not certain|No idea] [where|from whom] you [get|take] your [facts|info|ideas], [but|yet] [great|interesting|good] [topic|subject|theme]. I [need|ought|have] to [learn|study|understand] [more|a great deal more].
[At last|Finally|Yay], [a site|a page|somebody] that [explains|gives|has] [useful|real|helpful] [facts|data|material] [about|on] [my project|my study|this topic].
[Such|These are|What] [lovely|wonderful|great] [things|words|material] [from you|you have here]. You are [simply|just|too] [wonderful|clever|amazing|smart].
[I will|I'll] [bookmark|follow|save|visit] your [blog|weblog|web site] and [check|look] [again|back] [here|] [often|frequently|regularly|for updates].
`)

/** Offers in plain talk, most of them without a link. */
export const OFFERS = lines(`
[I was|We were] [broke|in debt|desperate] until [a lender|this company|Mr Gold|a broker] [gave me|helped me with] a loan of [5,000|20,000|80,000] [dollars|euros|pounds] [without collateral|within a day]; [contact|write to|mail] them [today|now] if you need [help|money|cash].
[Need|Want|Looking for] [a loan|fast cash|quick credit|money today]? [No checks|Bad credit is fine|Approved in minutes], [apply|call|message me] [now|today] on [whatsapp|telegram].
[I make|I earn|My cousin earns] [300|90|4,500] [dollars|bucks|pounds] [a day|an hour|every week] [working|typing|clicking] from home [on my laptop|with my phone]. [Anyone can do it|You can too], [ask me how|message me|start today].
[Win|Play and win|Try your luck and win] at the [best|most trusted|number one] [online casino|betting site|slot machines], [free spins|a welcome bonus|double deposit] for [new players|every member].
[My|Our] [crypto|forex|bitcoin] [coach|trader|mentor|manager] turned [500|my 1,000|200] into [9,000|a fortune|12,000] in [a week|ten days]. [Reach|Contact|Follow] [her|him|them] on [instagram|telegram|whatsapp] [and thank me later|].
[Lost|Stolen|Scammed out of] your [bitcoin|crypto|savings]? [This|A certified] [hacker|recovery agent|expert] got [mine|all of it] back; [write|contact] [him|the team] [now|by mail].
[A|The] [powerful|great|gifted] spell [caster|healer] brought back my [husband|ex|wife|lover] in [two days|48 hours]; [contact|call|email] [him|her|Dr Oba] for [any|your] [love|money|marriage] problem.
[Get|Buy|Order] [real|genuine|registered] [passports|diplomas|licences|certificates] [without exam|online|with delivery], [fast|discreet|cheap]; [message|contact] us [on telegram|today].
[We|Our writers] [write|deliver] your [essay|thesis|homework|assignment] [cheap|in 24 hours|with no plagiarism], [order|chat with us] now and [save|get] [20|30|50] percent [off|discount].
[Cheap|Discount|Original] [viagra|pills|steroids|medication] [without prescription|shipped discreetly|at half price], [order|buy] [today|online now].
[Boost|Grow|Increase] your [traffic|sales|followers|ranking] [fast|today|in a week]! [We offer|Our agency offers] [seo|backlinks|real likes|guest posts] at [low|the best] prices, [contact|email] us for a [free quote|free audit].
[Visit|Check out|See] our [shop|store|new collection] for [shoes|watches|handbags|phones] at [wholesale|unbeatable|half] prices, [free|worldwide] shipping [this week only|guaranteed].
[Lose|I lost] [ten|twenty|8] kilos in [a month|three weeks] with [this tea|these gummies|one simple pill], [limited stock|order yours|risk free trial] [today|now].
[Lonely|Single|Bored]? [Meet|Chat with|Date] [hot|beautiful] [girls|women|singles] [near you|in your area] [tonight|for free], [sign up|join] [now|free].
[Hiring|We are hiring|Urgent]: [data entry|online assistants|home workers], [no experience|part time], [2,000|900] [weekly|a week], [send|text] your [name and number|details] [to start|now].
[Your|A] [parcel|prize|gift card|refund] is [waiting|ready]; [claim|confirm|collect] it [here|now] [before midnight|today] with [your details|a small fee].
`)

/** Faithful subscribers: the words of channels, and nothing to sell. */
export const LETTERS = lines(`
I have [subscribed to|taken|read] [this paper|your paper|the paper|the Post] for [ten|twenty|thirty|forty] years[|, and my father did before me|, as did my parents].
[My|Our] [mother|family|grandmother|husband|late wife] [subscribed|was a subscriber|has had a subscription] [for half a century|since 1968|all her life|since before the bridge was built].
[I am|We are] [a|long] [subscriber|subscribers|faithful reader|paying subscriber], and [I value|we rely on|I look forward to] the [Saturday edition|letters page|court reports|crossword|local pages].
Please [keep|go on] [following|writing about|covering|reporting on] the [harbour|school|hospital|channel|ferry|flood] story; [it matters here|nobody else does|we want to know how it ends].
[I subscribe|I pay for my subscription|I took out a subscription] because [you send reporters|somebody has to sit in the council meetings|a town needs a paper|the free sites only copy].
[Thank you|My thanks] for [the large print|keeping the printed edition|the timetable|the obituaries page|your reporter’s patience] – [from|says] [an old subscriber|a reader of forty years|all of us at the home].
[I shall|I will|I may] [cancel|stop|not renew] my subscription if [the crossword|the letters page|the tide table|the chess column] [goes|is dropped|shrinks again], and [I mean it|so will my neighbours].
[My|Our] [paper|copy|Saturday edition] [came late|was wet|did not come] [again|twice this week|on Friday]; [could the office|please] [look into it|tell the delivery boy|send another].
[I follow|We have followed|I have been following] [the inquiry|the trial|the dredging|this story|your series] [since the first report|from the start|with care] and [still do not know|would like to learn|wonder] [who signed|what it cost|who pays].
Could you [please|] [print|give|publish] the [figures|minutes|names of the members|map] [again|in full|with the next story]? [My subscription|Our club] would be worth it [for that alone|twice over].
[Your|The] [reporter|editor|photographer] [came to our street|listened to us|got it right|asked the right question], which is why [I renewed|we renewed|I went back to being a subscriber] [last month|this spring|in January].
[I watched|We saw] it on the [local|regional] [channel|news], but [your paper|only this paper|the Post] [told us why|named the contractor|asked the harbour master].
[As a|Speaking as a] [subscriber|reader|regular] [since 1990|of long standing|from the island], I [share|shared] [this article|your report|the page] with [my neighbours|the whole street|my brother in Canada] [and we all agree|because it concerns us].
[I like|We like|I love] [the new|your] [layout|website|weekend magazine], but [the type is small|my eyes are old|I still prefer paper|give us back the map].
[Do|Please] [not|never] [put|hide] [the flood warnings|the death notices|the bus times] [behind the subscription|for subscribers only]; [people need them|my neighbours can’t pay].
[When|Since] [the channel was dredged|the strike began|the ferry stopped] [I have|we have] [looked|searched|checked] [in your paper|on your site|here] every [morning|day|Thursday] for [news|the times|an answer].
[My subscription|The subscription] went up [again|by two pounds|this year], and [I will pay it|I grumble but pay|it is still cheaper than a coffee a week].
[I’ve been|I have been] a [subscriber|reader|member] [longer than|since before] [your editor|the mayor|the current owner] [was born|came to town], so [allow me|let me] [a word|one complaint|to say thanks].
[Support|We should support] [local papers|our local paper|the reporters]: [without them|otherwise] nobody would have [heard of the leak|asked about the bill|told us of the vote].
Will there be [a podcast|a video of the meeting|more on the channel crossing|another open evening for subscribers]? [I would|We would|My daughter would] [come|listen|watch it].
[I gave|We gave] [my son|our neighbour|the library] a [gift subscription|subscription for Christmas|year of your paper], and [now he reads it first|they follow every story|it is the best gift we ever gave].
[Do|Please] [keep|go on] [asking|following|watching] [this|the case|the dispute]; I [will share|have shared|am sharing] [your article|the report|it] with my [union|class|choir|family|club].
[We|I|My parents] subscribe for [exactly|just] [this|that] [sort|kind] of [work|digging|reporting|coverage]. [Stay on it|Do not let go|More of it, please].
[Stay|Please stay] on [the bridge|the hospital|the school|the tax] [inquiry|story|scandal|affair], [nobody else will|it is why I subscribe|we owe it to the families].
[Subscribing|My subscription|Being a subscriber] is [the best money I spend|not cheap on a pension|a habit from my father], [but|so|and] [do not|never] [cut|shorten|drop] [the local pages|the court reports|the letters].
[Thirty|Forty-two|Nineteen] years [a subscriber|on your books|of Saturdays with your paper], and [never a dull week|I still cut things out|my scissors are worn].
[It is|This is] my [first|second] letter in [thirty|fifteen|fifty] years on your [list of subscribers|subscribers’ list|books]. [Long may you print|Carry on|I had to write].
[I never|We never|I hardly] [subscribe to|sign up for|follow] anything, but [your paper|the Thursday edition|the letters page] [comes to our door|is read to the last line|is the exception].
[My|Our] [subscription|subscriber number|newsletter] [has lapsed|is not found|comes twice]: [please check|can you look|whom do I ask]?
[Please|Kindly|Would you] [send|print|show us|publish] [a photo|the video|a map|the list] of the [launch|meeting|new channel|old gate], [many|some] of us [could not come|are housebound|live abroad now].
[Help us|Help me|Can readers help to] [find|trace|thank] the [nurse|driver|boy|owner] who [carried my wife home|found the ring|bought the mill]. [You are the only paper|Your readers] [that asks|know everyone].
I [watch|get] [the news|the weather] on [another channel|channel four|the radio], [yet|but] for [the town|our street|what the council does] I [follow|read|need] [you|your paper|the Post].
I [like|love|enjoy] your [page|series|column|video] [about|on] [the old boats|gardens|the mill girls], [and so does my class|it makes me proud|more of it please].
I [joined|signed up] as a [subscriber|member] [online|at the front desk], [mostly|just] to [read|follow] [the planning news|the football|the council blog|her column].
`)

/** Praise of one thing that was written, by people. */
export const PRAISE = lines(`
[Good|Fine|Excellent] [piece|reporting|article], [though|but] the [bridge|mill|station] was [closed|sold|built] in [1986|1974|1991], not [later|a year earlier].
[Thank you|Thanks] for [going to the meeting|reading all forty pages|asking the widow and not only the firm|this report from the harbour].
[Great|Lovely|Beautiful] [picture|photograph|portrait] of the [lifeboat|old school|market|tram]. [My uncle|My father|I] [worked|sailed|stood] [there|on her] for [nine|twelve] years.
[This|It] was [well|very well|carefully] [written|told], and it made me [think of|remember] [my first winter here|the strike|our old doctor].
[Nice|Very nice] [article|story] about [the baker|the two sisters|the lighthouse keeper]; [she taught me to swim|I bought my bread there|they deserve it].
[The best|One of the best] [report|thing] I have read on [the hospital|the dredging|the school meals], because it [gives both sides|has the figures|names the people].
[Interesting|Very interesting] [read|article]. I did not know that [the council owned the quay|the line was ever double|our water came from the valley].
[Well said|Wonderful|Hear, hear], [Mrs Rowe|Mr Khan|Peg]. [The square|The pool|The library] belongs to [all of us|the town].
[I enjoyed|I really enjoyed|We enjoyed] [this|the interview|the column], [above all|especially] the [part|bit] about the [goats|night train|flooded cellar].
[Congratulations|Well done] to [the team|the girls|the whole crew|the choir], [what a match|what an evening|we cheered in the rain].
[Keep|Do keep] [at it|asking], [please|Ada Brook]: [the board|the minister|the company] [still has not answered|has dodged it twice|hopes we forget].
[Amazing|Great] [work|news] by the [volunteers|nurses|lifeboat crew|bus drivers] [last night|through the storm|again].
`)

/** What people say under stories, with the words of trade where trade is what it is about. */
export const TALK = lines(`
The [council|board|company] [spent|wasted|paid] [two million|90,000 pounds|a fortune] on [consultants|a website|a logo], and the [road|roof|pier] still [leaks|has holes|is shut].
[Why|How] can [a bus|the ferry|a loan for a boat|a parking place] cost [more than|twice as much as] [last year|in the city|a flight]?
[The shop|The garage|The casino|The bank|The agency] [closed|shut|left] [in spring|years ago|last week], and [nobody came|the whole street is poorer|the jobs went with it].
[Check|Look at|See] the [minutes|map|report] of the [last|March] meeting: [it says the opposite|page nine has the numbers|they knew].
[I work|I worked] [at the hospital|on the boats|nights|from home], and [nobody asked us|we saw it coming|the pay has not moved].
[Interest|The interest] on [my|our] [loan|mortgage] [has doubled|went up again]; the [bank|minister] should [explain|answer for] that, not [the tenants|us].
[People|Some people] [win|lose] [everything|their wages|the rent] in the [betting shops|slot machines] on [High Street|the corner]; why does the council [license|allow] them?
[We need|The town needs] [jobs|a doctor|houses that people can pay for], not [another hotel|more offices|a marina for the rich].
[Buy|You can buy] a [house|boat] here for [nothing|half the price], they said. [Now look|Try it|Who can].
[I disagree|That is wrong|Not so] with [the last speaker|Mr Doyle|the mayor]. [The tide|The wind|The traffic] [was the cause|does it each year|has always been so].
[Free|Cheap] [parking|school meals|bus rides] would [help more|cost less] than [this scheme|one more study|the new tunnel].
[My daughter|My neighbour|Our postman] [waited|has waited] [four hours|eleven weeks|all summer] for [a doctor|an answer|the lift to be mended].
[The roof|A chimney|Half the sea wall] [came down|went over our heads|fell] [in the storm|that night|while we stood there].
[Someone|Somebody|The police] should [look into|ask about] [the money|that contract|those invoices], because [it does not add up|the firm is his brother’s|we paid twice].
[Watch|Mind] [the crossing|the corner by the mill] in [the dark|winter]: [cars come fast|there is no light|my dog was hit].
[Online|On the internet] [you can not|nobody can] [speak to a person|find the form], and the [office|counter] [is shut|opens on Tuesdays only].
[Crypto|Bitcoin|These coins] [is|are] [a swindle|a bubble|gambling], and [the article|the expert] [lets them off|should have said so].
[The video|The film|The clip] of [the landslide|the launch|the fire] shows [how close it was|nothing of the kind|two men on the wall].
[Great|Good|Bad] [news|idea], [if it happens|but who pays|and about time].
[Subscribers|Readers|Followers] of [that club|his page|the party] [say|believe] [otherwise|anything|the earth is flat]. [I do not|Ask them for proof|So what].
[The website|The app|The form] of the [bus company|tax office|clinic] [does not work|asks for the password twice|lost my order].
[We|I] [voted|wrote|asked] [for|about] [the new pool|the lights|this] [twice|in May|three years ago] and [nothing|not a word|only letters] [came|happened].
[No|Never|Not] [in my time|in our street|while I live here]. [The harbour|That field|The wood] [is for all|floods|was a gift to the town].
[What|Who] [happened to|decided on|paid for] the [benches|trees|old tram|fountain] [in the square|by the church]? [They were|It was] [fine|loved|new].
`)
