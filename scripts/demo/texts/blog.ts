/** What the owner wrote the day after. Her own story: the board only gave her the chain and the words that the room had shared. */
export const blog = `# Ik kwam met een plan en ging weg met een vraag

Gisteren zat ik drie uur lang in een kring met vierentwintig mensen uit de Oosterhoek. Ik ben van de gemeente. Ik ga over jeugd. Ik had een vraag meegenomen waar ik trots op was, omdat er een heel jaar werk in zat. Na een half uur was er niets meer van over.

## Hoe is het echt gegaan?

Eerst mocht ik niets zeggen. Dat was vooraf afgesproken: de eigenaar van de vraag luistert in de eerste ronde. Ik heb het toch geprobeerd. Ik wilde typen dat wij al veel doen. Mijn scherm zei dat het mijn beurt niet was. Ik kreeg er een kleur van, en ik was de enige die het zag.

Toen kwamen de ideeën, allemaal tegelijk, zonder namen. Bij deze heb ik mijn telefoon even neergelegd:

> Bij hen is hij een man. Bij ons is hij een probleem.
> — een idee

Daarna vier minuten vragen. Geen antwoorden, alleen vragen. Het werd er niet lichter van; bij de meeste mensen ging het van zwaar naar gewoon. Eén vraag heb ik overgenomen, en die stond daarna groot op het scherm. Niet mijn woord “weghouden”, maar: wat krijgt hij daar, wat hij bij ons niet krijgt?

[Hoe de vraag veranderde]

## Waar liep ik tegenaan?

Tegen mijn eigen zinnen. Aan het eind moest ik de vraag opschrijven terwijl iedereen meelas, letter voor letter. Ik schreef: wat beloven wij een jongen van veertien? Vijftien mensen drukten op “klopt niet”. Dat is een vreemd gevoel, vijftien keer nee terwijl niemand iets zegt. Ze hadden gelijk. Ik had “wij” geschreven en niemand bedoeld.

Ik liep ook tegen de stippen aan. De meeste gingen naar “Iemand die blijft”. Ik zag daar al een plan in. Toen vroeg de pleincoach aan de mensen die er geen stip gaven wat zij nodig hadden om mee te gaan. Ik had tegenwerking verwacht. Dit kwam er:

> Iemand die ’s avonds buiten is en de jongens kent, is voor mij ook veiligheid. Dat is hetzelfde gesprek.
> — een voorwaarde

En er ging iets mis. Er zat één jongere aan tafel. Eén. Iemand schreef dat op, en het was waar. Ik had het programma van vier maanden klaar en ik had niet gebeld met de jongens zelf. Dat is geen klein foutje. Het is precies waar deze middag over ging.

Wat ik niet wist, en nu wel, is dat er iemand in de zaal zat voor wie dit geen onderwerp is:

> Iemand in deze zaal kent nu een jongen die erin zit, van heel dichtbij, en weet niet aan wie die dat kan zeggen.
> — een idee

Ik weet niet wie dat is. Ik hoef het niet te weten. Maar ik heb vanochtend wel uitgezocht aan wie je dat bij ons kunt zeggen. Het antwoord was een telefoonnummer dat om vijf uur dichtgaat.

## Wat heb ik geleerd?

Dat ik een vraag over jongens had gesteld om geen vraag over mezelf te hoeven stellen. En dat beloven eng is voor iemand die bij de gemeente werkt. We schrijven liever “inzet op”. Een ander zei het scherper:

> Ik mag als ambtenaar niets beloven. Dus beloof ik niets. En dat ziet hij.
> — een idee

Er kwamen zeven afspraken. Klein, met een naam en vaak een dag erbij. Ik geloof niet dat ze allemaal lukken. Ik heb gezegd dat ik dinsdag om tien uur bij de sporthal sta. Niet om iets te organiseren. Mijn agenda zei dat dat geen werktijd is. Dat klopt. Dat was nu juist het punt.

Als u dit leest en u denkt: bij ons speelt dat ook, dan heb ik geen oplossing voor u. Ik heb wel een vraag die beter is dan die van vorige week. En een rij namen die ik ga leren.
`
