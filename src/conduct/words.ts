/**
 * Words by what they do in a sentence that insults or threatens. A list of hard
 * words, for knowing them. Groups of people are listed with one another and weigh
 * nothing by themselves: what is told of them does.
 */

/** What a word can do. The hostile ones can make a comment stand out; all others only change what those mean. */
export type WordKind = keyof typeof LISTS

const LISTS = {
  // Hostile.
  slur: `
    nigger niggers nigga niggas coon coons darkie wog wogs kike kikes yid yids spic spics wetback wetbacks beaner beaners gook gooks chink chinks
    paki pakis raghead ragheads towelhead towelheads sandnigger gypo pikey pikeys faggot faggots fag fags faggy dyke dykes homo homos tranny
    trannies shemale shemales retard retards retarded cripple cripples spastic spastics spaz mong mongs whore whores slut sluts bitch bitches
    cunt cunts hoe hoes skank skanks thot muzzie muzzies jihadi libtard libtards wookie tarzan bimbo`,
  name: `
    illegals mongrel mongrels idiot idiots moron morons imbecile imbeciles cretin cretins fool fools clown clowns dunce halfwit nitwit dimwit simpleton dumbass dumbasses
    loser losers liar liars coward cowards traitor traitors crook crooks thug thugs creep creeps pervert perverts pedophile pedophiles paedophile
    paedophiles psychopath lunatic lunatics parasite parasites leech leeches vermin rat rats pig pigs swine dog dogs cockroach cockroaches insect
    insects maggot maggots monkey monkeys ape apes animal animals beast beasts snake snakes savage savages barbarian barbarians goon goons
    scum scumbag scumbags trash garbage filth dirt dung pest pests plague virus cancer disease infestation swarm swarms infesting hordes invaders invasion
    hack hacks puppet puppets tyrant tyrants dictator commie commies fascist fascists nazi nazis crybaby crybabies sheeple nutjob nutjobs wacko wackos sicko sickos punk punks hag troll trolls bully bullies fraud frauds terrorist terrorists rapist rapists murderer murderers molester molesters invader invaders mutt mutts breeder breeders fanatic fanatics extremist extremists buffoon jackass jerk jerks scoundrel hypocrite hypocrites weasel weasels brat brats nuts nutcase nutcases
    degenerate degenerates creature creatures monster monsters demon demons devil devils witch subhuman subhumans cockroaches rubbish lowlife lowlifes`,
  contempt: `
    disgusting disgusted disgust disgusts vile repulsive repugnant revolting pathetic sickening sick despicable worthless filthy dirty stupid stupidest stupidity
    dumb dumbest ignorant brainless mindless uncivilised uncivilized inferior lesser evil hideous ugly rotten corrupt dishonest useless deranged
    insane crazy arrogant lazy greedy primitive backward backwards barbaric violent cruel perverted unnatural abnormal freak freaks nasty
    idiotic moronic ridiculous disgraceful disgrace shameful shameless twisted demented brainwashed delusional clueless gutless spineless phony fake insulting sickness hateful hypocritical laughable ashamed outrageous awful horrible terrible perverse deviant deviance sinful immoral lying cowardly treasonous treason traitorous sick fat
    incompetent spoiled thankless worst dumber ungrateful lousy contemptible wicked heinous`,
  hate: `
    hate hates hated hating hatred detest detests despise despises loathe loathes abhor abhors contempt disdain scorn resent rage furious`,
  harm: `
    kill kills killed killing murder murdered murdering shoot shot shooting stab stabbed hang hanged hanging burn burned burnt execute executed
    execution eradicate eradicated exterminate exterminated extermination rape raped raping torture tortured drown drowned behead beheaded lynch
    lynched strangle strangled choke slaughter slaughtered massacre attack attacking attacked hurt harm punch beat beaten smash crush castrate
    castrated neuter neutered sterilize gas gassed bomb bombed nuke annihilate die dies dying dead death throat throats neck necks suffer bleed
    bullet bullets noose stake eliminate eliminated wipe`,
  out: `
    deport deported deporting expel expelled banish banished cage cages caged zoo vet jail locked infest leave ship shipped
    ruin ruining destroy destroying destroyed invade invading overrun`,
  profane: `
    fuck fucks fucked fucking fucker fuckers motherfucker motherfuckers fucken fuk shit shits shitty shithead shitheads bullshit asshole
    assholes arsehole arseholes arse ass bastard bastards dick dicks dickhead dickheads prick pricks wanker wankers twat twats piss pissed
    pissing crap damn goddamn douche douchebag bugger sod bollocks`,
  // Hard on somebody only where it is told of a group or a crowd.
  blame: `
    crime crimes criminal criminals terrorist terrorists terror rapist rapists murderer murderers thief thieves gang gangs mob fraud welfare problem problems
    threat danger dangerous enemy enemies alien aliens illegal illegally border borders wall invasion jihad sharia perversion perversions perverts molest molested molesting assault assaults
    drug drugs prison agenda propaganda taking takeover flood flooded flooding breed breeding ruin rid remove removed removal control cult
    hordes jungle mud shariah polluting poison poisoning takes stealing steal lies lying`,
  // What changes the meaning of those.
  group: `
    woman women female females lady ladies girl girls feminist feminists trans transgender transsexual transsexuals gay gays lesbian lesbians homosexual homosexuals
    bisexual queer queers lgbt straight black blacks african africans white whites asian asians chinese japanese korean indian indians mexican
    mexicans latino latinos hispanic hispanics arab arabs turk turks muslim muslims islam islamic christian christians catholic catholics jew jews
    jewish hindu hindus sikh sikhs atheist atheists immigrant immigrants migrant migrants refugee refugees foreigner foreigners
    disabled disability handicapped blind deaf autistic elderly gypsy gypsies roma traveller travellers traveler travelers polish poles irish iraqi syrian syrians algerian
    afghan afghans pakistani pakistanis russian russians german germans american americans`,
  crowd: `
    people persons men man guys liberals liberal democrats democrat republicans republican conservatives leftists lefties politicians politician police cops cop
    doctors teachers journalists journalist reporters reporter bankers lawyers landlords drivers cyclists protesters scientists workers managers voters president mayor
    councillor minister government humans beings kind kinds folks community race religion mother father`,
  you: `you your yours yourself yourselves u ur`,
  they: `they them their those these all every any most entire whole typical nature kind`,
  one: `he she him her his hers himself herself it its that this guy`,
  self: `i me my myself mine im`,
  we: `we us our let lets`,
  wish: `
    should ought deserve deserves deserved must hope hopes wish wishes need needs someone somebody gonna going will shall want wants would
    justice better world street tomorrow next`,
  not: `not no never neither nor nobody none without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt aint hardly`,
  say: `
    say says saying said call calls called calling tell told write writes wrote written writing post posts posted posting comment comments tweet
    tweets word words quote slur hear heard read claim claims claiming think thinks believe believes seriously accuse accused describe`,
  against: `
    bigot bigots bigoted bigotry racist racists racism sexist sexists sexism homophobe homophobes homophobic homophobia transphobic misogynist hateful prejudice prejudiced dehumanising
    dehumanizing offensive unacceptable wrong okay ok report reported banned ban tolerate condemn shame ashamed stop apologise apologize
    consequences respect rights equality equal misguided`,
  worth: `
    compassion human rights right value worthy worth matter matters live living alive intelligent intelligence lives life place space planet country
    equal equals welcome trust`,
  good: `
    love loves loved like likes adore great good wonderful fantastic amazing beautiful brilliant gorgeous nice kind smart clever talented proud happy welcome
    admire cherish embrace hug smile support honour honoured honored credit thank thanks grateful fun best belong super`,
  thing: `
    weather day exam queue queues traffic food pizza film films movie movies book books song songs car cars bus train trains ad ads computer computers game games
    road roads house garden weeds dishes clothes shoes coffee tea song show match team band plane airplane flat apartment job work school law laws bill
    policy plan idea decision`,
} as const

const tidy = (list: string): string[] => list.trim().split(/\s+/)

/** A comment can stand out by these alone. */
export const HOSTILE: ReadonlySet<WordKind> = new Set(['slur', 'name', 'contempt', 'hate', 'harm', 'out', 'profane'])

export const KINDS_OF_WORDS: ReadonlyMap<string, readonly WordKind[]> = (() => {
  const found = new Map<string, WordKind[]>()
  for (const [kind, list] of Object.entries(LISTS)) {
    for (const word of new Set(tidy(list))) found.set(word, [...(found.get(word) ?? []), kind as WordKind])
  }
  return found
})()
