/**
 * Short comments of two to eight words, made up for measuring how their language
 * is told; "none" has none. The thresholds were chosen while looking at `seen`.
 */
export interface ShortComments {
  language: string
  seen: readonly string[]
  unseen: readonly string[]
}

const split = (sentences: string): string[] => (sentences === '' ? [] : sentences.split('|'))

export const SHORT_COMMENTS: readonly ShortComments[] = (
  [
    {
      language: 'en',
      seen: 'Who pays for the new pier?|This is simply not true.|I saw it too.|The mayor should resign today.|Our street floods every winter.|Thank you for this story.|Nobody asked the neighbours.|She was my teacher once.|Good news for the harbour.|What a waste of money.|Please fix the lights first.|He never answers his mail.|My bus was late again.|They closed the only bakery.|That bridge is not safe.|Why was this not reported?|Well said, both of you.|You forgot the night ferry.|It will rain all week.|The library deserves better.|Great work by the firemen.|Nothing has changed since March.|Can somebody explain the fees?|I totally agree with Ben.|Shame on the whole council.|Where do the children play?|Best article this year.|The old plan was cheaper.|We need more trees here.|So much for their promises.',
      unseen:
        'Who pays the bill now?|They never asked us.|My son rides that bus.|The paint is already peeling.|Finally somebody wrote about it.|He lied to all of us.|I miss the old market.|Turn the music down, please.|You got the date wrong.|Both parties voted for this.|The water tastes of iron.|It was colder in my youth.|Come and see for yourselves.|Another shop gone.|Not one word about the cost.|Her answer was brilliant.|Ask the fishermen instead.|This explains a lot.|When does the pool open?|I was there, it was awful.',
    },
    {
      language: 'de',
      seen: 'Wer bezahlt den neuen Steg?|Das stimmt so nicht.|Ich habe es auch gesehen.|Der Bürgermeister sollte zurücktreten.|Unsere Straße steht jeden Winter unter Wasser.|Danke für diesen Bericht.|Niemand hat die Nachbarn gefragt.|Sie war einmal meine Lehrerin.|Gute Nachricht für den Hafen.|Was für eine Geldverschwendung.|Bitte zuerst die Lampen reparieren.|Er antwortet nie auf Briefe.|Mein Bus kam wieder zu spät.|Die einzige Bäckerei hat geschlossen.|Diese Brücke ist nicht sicher.|Warum stand das nirgends?|Sehr gut gesagt, ihr beiden.|Die Nachtfähre fehlt in der Liste.|Es regnet die ganze Woche.|Die Bücherei hat Besseres verdient.|Großes Lob an die Feuerwehr.|Seit März hat sich nichts geändert.|Kann jemand die Gebühren erklären?|Ich gebe Ben völlig recht.|Schämt euch, ihr Räte.|Wo spielen denn die Kinder?|Bester Artikel in diesem Jahr.|Der alte Plan war billiger.|Wir brauchen hier mehr Bäume.|So viel zu ihren Versprechen.',
      unseen:
        'Wer zahlt jetzt die Rechnung?|Uns hat keiner gefragt.|Mein Sohn fährt mit diesem Bus.|Die Farbe blättert schon ab.|Endlich schreibt jemand darüber.|Er hat uns alle belogen.|Ich vermisse den alten Markt.|Macht bitte die Musik leiser.|Das Datum ist falsch.|Beide Parteien stimmten dafür.|Das Wasser schmeckt nach Eisen.|In meiner Jugend war es kälter.|Kommt und seht selbst.|Wieder ein Laden weniger.|Kein Wort über die Kosten.|Ihre Antwort war großartig.|Fragt lieber die Fischer.|Das erklärt einiges.|Wann öffnet das Schwimmbad?|Ich war dabei, es war furchtbar.',
    },
    {
      language: 'fr',
      seen: 'Qui paie la nouvelle jetée ?|Ce n’est tout simplement pas vrai.|Je l’ai vu aussi.|Le maire devrait démissionner.|Notre rue est inondée chaque hiver.|Merci pour cet article.|Personne n’a demandé aux voisins.|Elle était ma professeure autrefois.|Bonne nouvelle pour le port.|Quel gaspillage d’argent.|Réparez d’abord les lampadaires.|Il ne répond jamais aux lettres.|Mon bus était encore en retard.|La seule boulangerie a fermé.|Ce pont n’est pas sûr.|Pourquoi personne n’en parle ?|Bien dit, tous les deux.|Vous oubliez le bac de nuit.|Il pleuvra toute la semaine.|La bibliothèque mérite mieux.|Bravo aux pompiers de la ville.|Rien n’a changé depuis mars.|Quelqu’un peut expliquer les tarifs ?|Tout à fait d’accord avec Ben.|Honte à tout le conseil.|Où jouent donc les enfants ?|Meilleur article de l’année.|L’ancien projet coûtait moins cher.|Il nous faut plus d’arbres ici.|Voilà pour leurs promesses.',
      unseen:
        'Qui paie la facture maintenant ?|On ne nous a rien demandé.|Mon fils prend ce bus.|La peinture s’écaille déjà.|Enfin quelqu’un en parle.|Il nous a menti à tous.|L’ancien marché me manque.|Baissez la musique, s’il vous plaît.|La date est fausse.|Les deux partis ont voté pour.|L’eau a un goût de fer.|Il faisait plus froid autrefois.|Venez voir vous-mêmes.|Encore un magasin de moins.|Pas un mot sur le coût.|Sa réponse était brillante.|Demandez plutôt aux pêcheurs.|Cela explique bien des choses.|Quand ouvre la piscine ?|J’y étais, c’était affreux.',
    },
    {
      language: 'es',
      seen: '¿Quién paga el muelle nuevo?|Eso simplemente no es cierto.|Yo también lo vi.|El alcalde debería dimitir hoy.|Nuestra calle se inunda cada invierno.|Gracias por esta noticia.|Nadie preguntó a los vecinos.|Ella fue mi maestra.|Buenas noticias para el puerto.|Qué manera de tirar el dinero.|Arreglen primero las luces, por favor.|Nunca contesta las cartas.|Mi autobús llegó tarde otra vez.|Cerraron la única panadería.|Ese puente no es seguro.|¿Por qué no lo publicaron antes?|Bien dicho, los dos.|Se olvidan del barco nocturno.|Va a llover toda la semana.|La biblioteca merece algo mejor.|Gran trabajo de los bomberos.|Nada ha cambiado desde marzo.|¿Alguien puede explicar las tarifas?|Estoy de acuerdo con Ben.|Vergüenza para todo el consejo.|¿Dónde juegan los niños?|El mejor artículo del año.|El plan viejo era más barato.|Aquí hacen falta más árboles.|Hasta ahí llegaron sus promesas.',
      unseen:
        '¿Quién paga ahora la cuenta?|A nosotros no nos preguntaron.|Mi hijo va en ese autobús.|La pintura ya se cae.|Por fin alguien escribe sobre esto.|Nos mintió a todos.|Echo de menos el viejo mercado.|Bajen la música, por favor.|La fecha está mal.|Los dos partidos votaron a favor.|El agua sabe a hierro.|En mi juventud hacía más frío.|Vengan y véanlo ustedes mismos.|Otra tienda que cierra.|Ni una palabra sobre el coste.|Su respuesta fue brillante.|Pregunten mejor a los pescadores.|Esto explica muchas cosas.|¿Cuándo abre la piscina?|Yo estuve allí, fue horrible.',
    },
    {
      language: 'none',
      seen: 'Ada Lind|Ha ha ha ha ha|10:30, 11:45 und 12|Hmmmmm hmmmm hmmm|!!! ??? !!!|asdf jklö qwer|Zzzzzz zzz zzzz|xD lol rofl lmao|New York, Paris, Tokyo|brrrrrrrr tsk tsk|Ben Quay, Ada Harbour|+1 +1 +1 +1|OK|Bla bla bla bla|Qwrt zxcv mnbv|https://paper.example/ferry|A1 B2 C3 D4 E5 F6|Aaaaaargh!!!!!!!|Müller, Schmidt, Meier|Toyota, Renault, Volvo',
      unseen:
        'Tom Reyes|Hahahahahaha|14.30, 15.00|Grrrrrrr grrrr|??? ... !!!|poiu lkjh mnbv|Mmmmmmmmmmm|omg wtf lol|Rome, Madrid, Oslo|pfffffff|Lena Moss, Tom Reyes|-1 -1 -1|Yo|la la la la la|wxyz qrst bcdf|https://paper.example/bridge|B7 C8 D9 E1|Oooooooooh!!!|Garcia, Rossi, Novak|Lego, Ikea, Nokia',
    },
    {
      language: 'nl',
      seen: 'Wie betaalt de nieuwe steiger?|Dit is gewoon niet waar.|Niemand heeft de buren gevraagd.|Mijn bus was weer te laat.|Die brug is niet veilig.|Bedankt voor dit artikel.',
      unseen: '',
    },
    {
      language: 'it',
      seen: 'Chi paga il nuovo molo?|Questo non è affatto vero.|Nessuno ha chiesto ai vicini.|Il mio autobus era ancora in ritardo.|Quel ponte non è sicuro.|Grazie per questo articolo.',
      unseen: '',
    },
    {
      language: 'pt',
      seen: 'Quem paga o novo cais?|Isso simplesmente não é verdade.|Ninguém perguntou aos vizinhos.|O meu autocarro atrasou-se outra vez.|Aquela ponte não é segura.|Obrigado por este artigo.',
      unseen: '',
    },
    {
      language: 'pl',
      seen: 'Kto zapłaci za nowe molo?|To po prostu nieprawda.|Nikt nie pytał sąsiadów.|Mój autobus znowu się spóźnił.|Ten most nie jest bezpieczny.|Dziękuję za ten artykuł.',
      unseen: '',
    },
    {
      language: 'sv',
      seen: 'Vem betalar den nya bryggan?|Det här stämmer inte alls.|Ingen frågade grannarna.|Min buss var sen igen.|Den där bron är inte säker.|Tack för den här artikeln.',
      unseen: '',
    },
    {
      language: 'tr',
      seen: 'Yeni iskelenin parasını kim ödüyor?|Bu kesinlikle doğru değil.|Komşulara kimse sormadı.|Otobüsüm yine geç kaldı.|O köprü güvenli değil.|Bu yazı için teşekkürler.',
      unseen: '',
    },
    {
      language: 'ru',
      seen: 'Кто платит за новый причал?|Это просто неправда.|Никто не спросил соседей.|Мой автобус снова опоздал.|Этот мост опасен.|Спасибо за статью.',
      unseen: '',
    },
    {
      language: 'uk',
      seen: 'Хто платить за новий причал?|Це просто неправда.|Ніхто не питав сусідів.|Мій автобус знову запізнився.|Цей міст небезпечний.|Дякую за статтю.',
      unseen: '',
    },
    {
      language: 'ar',
      seen: 'من يدفع ثمن الرصيف الجديد؟|هذا غير صحيح.|لم يسأل أحد الجيران.|تأخرت حافلتي مرة أخرى.|هذا الجسر غير آمن.|شكرا على هذا المقال.',
      unseen: '',
    },
    {
      language: 'zh',
      seen: '谁来付新码头的钱？|这根本不是真的。|没有人问过邻居。|我的公交车又晚点了。|那座桥不安全。|谢谢这篇报道。',
      unseen: '',
    },
    {
      language: 'ja',
      seen: '新しい桟橋は誰が払うの？|それは本当ではない。|誰も近所に聞かなかった。|バスがまた遅れた。|あの橋は安全ではない。|記事をありがとう。',
      unseen: '',
    },
    {
      language: 'ko',
      seen: '새 부두는 누가 내나요?|그건 사실이 아니다.|이웃에게 아무도 묻지 않았다.|버스가 또 늦었다.|그 다리는 안전하지 않다.|좋은 기사 감사합니다.',
      unseen: '',
    },
    {
      language: 'hi',
      seen: 'नए घाट का पैसा कौन देगा?|यह सच नहीं है।|पड़ोसियों से किसी ने नहीं पूछा।|मेरी बस फिर देर से आई।|वह पुल सुरक्षित नहीं है।|इस लेख के लिए धन्यवाद।',
      unseen: '',
    },
  ] as const
).map(({ language, seen, unseen }) => ({ language, seen: split(seen), unseen: split(unseen) }))
