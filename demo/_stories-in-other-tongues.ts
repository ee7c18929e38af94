/** Stories that are not in English: for the twin towns, and for those who moved here from far away. */
import type { TownStory } from './_town-story.ts'

export const STORIES_IN_OTHER_TONGUES: readonly TownStory[] = [
  {
    section: 'Town',
    language: 'de',
    headline: 'Besuch aus der Partnerstadt: Achtzig Gäste, ein Chor und ein sehr großer Käse',
    standfirst: 'Die Gäste aus Mühlbrück bleiben bis Sonntag. Am Samstag wird auf dem Marktplatz gesungen.',
    about: 'der Besuch',
    body: `Achtzig Gäste aus der Partnerstadt Mühlbrück sind am Donnerstag mit zwei Bussen in Harrow Ferry angekommen. Im zweiten Bus reiste ein Käse von 34 Kilogramm mit, der für den Freitagsmarkt bestimmt ist.

„Wir hatten ihn angeschnallt“, sagte Bürgermeisterin Renate Vogel. Der Chor der Gäste singt am Samstag um elf Uhr vor dem Rathaus, gemeinsam mit dem Chor von Gwen Pascoe.

Die Partnerschaft besteht seit 31 Jahren. Nach Angaben der Stadtverwaltung kostet der Besuch 4.200 Pfund, von denen ein Verein die Hälfte trägt.`,
    said: [
      'Wir haben zwei Gäste bei uns und verstehen uns mit Händen und Füßen. Der Käse ist ausgezeichnet.',
      'Danke, dass ihr auch einmal auf Deutsch schreibt. Meine Mutter hat den Artikel dreimal gelesen.',
      'Gibt es Noten für das Konzert am Samstag? Ich würde gern mitsingen.',
      'Lovely idea to print this in German. I understood “Käse”.',
    ],
  },
  {
    section: 'Town',
    language: 'ar',
    headline: 'مكتبة المدينة تفتح ركناً للكتب العربية بعد طلب من أربعين عائلة',
    standfirst: 'في الركن مئة وستون كتاباً، نصفها للأطفال، ويمكن استعارتها ابتداءً من يوم السبت.',
    about: 'ركن الكتب',
    body: `تفتح مكتبة هارو فيري يوم السبت ركناً للكتب العربية، وفيه مئة وستون كتاباً نصفها للأطفال. وقد جاء ذلك بعد طلب وقّعته أربعون عائلة.

قالت أمينة المكتبة أبينا فريمبونغ: «كنّا نظن أن رفّاً واحداً يكفي، ثم امتلأت القائمة في يومين».

وسيقرأ المعلّم المتقاعد سامي الحلبي قصة للأطفال صباح كل سبت في الساعة العاشرة. وقال إن أول كتاب قرأه في حياته كان من مكتبة صغيرة تشبه هذه.`,
    said: [
      'شكراً لكم. ابنتي تعدّ الأيام حتى يوم السبت.',
      'هل يمكن التبرّع بالكتب؟ عندنا صندوقان من قصص الأطفال في البيت.',
      'خبر جميل، ونرجو أن يكون هناك ركن للغات أخرى أيضاً.',
      'I can’t read the story, but I can read the picture of forty families asking. Well done, library.',
    ],
  },
  {
    section: 'Sport & Culture',
    language: 'es',
    headline: 'Una panadera de aquí gana un concurso con el pan de su abuela',
    about: 'el pan',
    body: `Marta Wilk, de la panadería de Cornhill, ganó el domingo un concurso de la comarca con un pan de centeno que hacía su abuela. La receta tiene cuatro ingredientes y dieciocho horas.

«Mi abuela no habría participado», dijo Wilk. «Habría dicho que el pan no compite, que se come».

El pan se vende los jueves, según un cartel en la puerta, y el jueves pasado no llegó a las diez.`,
    said: [
      'Lo probé el jueves y volví el mismo día. Ya no quedaba.',
      'Qué bonito leer algo en español en el periódico del pueblo.',
      'Which day is it sold, for those of us who only got as far as “pan”?',
    ],
  },
]

/** Not published: begun, waiting for a second look, or taken off the site. */
export const DRAFTS: readonly TownStory[] = [
  {
    section: 'Council',
    headline: 'What the car park fund was for, and what is left of it',
    standfirst: 'Figures from the treasurer, asked for twice.',
    about: 'the car park fund',
    body: `There is £212,000 left in the car park fund after the purchase of the boatyard, according to figures that the treasurer sent to the Courant on Wednesday.

“It was never promised for anything else,” said Hazel Dunmore. Minutes of two meetings say otherwise.`,
    said: [],
  },
  {
    section: 'Work & School',
    headline: 'Brewery wants the old ice house',
    about: 'the ice house',
    body: 'The brewery has asked for the ice house behind the lock. TO DO: ring the agent, ask about the bats.',
    said: [],
  },
  {
    section: 'Sport & Culture',
    headline: 'A hay wagon through the town: how the promotion was kept',
    about: 'the parade',
    body: `The team rode through the town on a hay wagon on Sunday, behind the silver band and in front of the dog.

“We took the corner at the bank very slowly,” said the driver, Roland Tew.`,
    said: [],
  },
  {
    section: 'Work & School',
    headline: '',
    about: 'school meals',
    body: 'Notes from the governors’ meeting: custard, the one lavatory, new houses. Nothing is to be quoted before Friday.',
    said: [],
  },
  {
    section: 'Town',
    headline: 'Two signatures: how other clubs keep their money',
    about: 'club money',
    body: 'Five treasurers were asked how many people sign. Three said two. One said his wife.',
    said: [],
  },
]

export const TAKEN_OFF: TownStory = {
  section: 'Work & School',
  headline: 'Supermarket is said to look at the bus depot',
  about: 'the bus depot',
  body: 'A supermarket is said to have looked at the bus depot. The company has told the Courant since that it has not, and this story has been taken off the site until we know more.',
  said: [],
}
