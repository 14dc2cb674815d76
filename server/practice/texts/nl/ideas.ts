/** What people wrote, by the group in which it ends up, and what stays without one. */
import type { Name } from './people.ts'

export type Written = [Name, string]

export const groups = {
  money: {
    name: 'Geld en schaamte thuis',
    ideas: [
      ['Sandra', 'Mijn zoon wilde schoenen van 180 euro. Ik zei nee. Een ander zei ja.'],
      ['Joost', 'Een bijbaan van vijf euro per uur wint het nooit van tweehonderd voor één avond.'],
      ['Aziza', 'In onze flat hebben gezinnen schulden waar niemand over praat. De jongens weten het wel.'],
      ['Gerda', 'Geef een gezin met schulden eerst rust. Praat daarna pas over de zoon.'],
      ['Hassan', 'Soms ligt er ineens geld op de keukentafel en durft niemand te vragen waar het vandaan komt.'],
      ['Bilal', 'Een jas, een telefoon, een scooter. Zonder tel je niet mee. Dat begint in groep 8.'],
      ['Yusuf', 'Onder de vijftien mag je bijna niets doen in een garage. Wie wil leren werken, moet twee jaar wachten.'],
    ],
  },
  staying: {
    name: 'Iemand die blijft',
    ideas: [
      ['Bilal', 'Ik heb in vier jaar zeven jongerenwerkers gehad. Bij de derde ben ik gestopt met mijn naam zeggen.'],
      ['Peter', 'Onze projecten duren twee jaar. Zo’n jongen groeit er tien.'],
      ['Anneke', 'De conciërge weet meer dan ons hele zorgteam. Vraag hem eens aan tafel.'],
      ['Dennis', 'Een jongen kwam twee keer niet trainen. Ik heb gebeld. Hij zei: u bent de eerste die belt.'],
      ['Miriam', 'Eén vast iemand voor een gezin. Ook als hij achttien wordt.'],
      ['Gerda', 'Er zitten negen instanties om dat gezin heen en niemand eet er mee.'],
      ['Marco', 'Ik heb drie wijken. Ik ken de namen van de jongens die ik aanhoud, niet die van hun broertjes.'],
      ['Ricardo', 'Een grote broer uit de buurt, met een contract voor jaren. Niet als vrijwilliger.'],
    ],
  },
  evening: {
    name: 'De avond en de straat',
    ideas: [
      ['Samir', 'Het buurthuis sluit om negen uur. Om tien uur begint het.'],
      ['Ria', 'Ze staan bij de supermarkt omdat daar licht is en wifi. Geef ze dat ergens anders.'],
      ['Tom', 'In het weekend is er voetbal. Op maandag en dinsdag is er niets.'],
      ['Els', 'In mijn winkel is het warm en ik stuur ze weg. Dat voelt elke keer niet goed.'],
      ['Dennis', 'De sporthal staat ’s avonds leeg omdat er geen beheerder is.'],
      ['Henk', 'Op het plein hangt nu een camera. Ze staan gewoon een straat verder.'],
      ['Bilal', 'Een plek zonder programma. Niet weer een workshop.'],
      ['Ricardo', 'Laat de jongens zelf de sleutel hebben. Dan is het van hen.'],
    ],
  },
  school: {
    name: 'School en werk',
    ideas: [
      ['Bilal', 'In de brugklas hoorde ik in week één wat ik niet zou worden.'],
      ['Hassan', 'Een stage krijg je als je vader iemand kent. Ik ken niemand.'],
      ['Loes', 'Een schorsing is een vrije dag met de verkeerde vrienden.'],
      ['Anneke', 'Wij zien het aan de schoenen en aan de telefoons. Ik weet niet tegen wie ik dat mag zeggen.'],
      ['Els', 'Nodig een bakker, een lasser en een verpleger uit in groep 8. Niet weer een les over drugs.'],
      ['Aziza', 'Mijn broertje spijbelt sinds oktober. De brief kwam in februari.'],
      ['Yusuf', 'Laat ze iets maken dat verkocht wordt. Dan voel je wat verdienen is.'],
    ],
  },
  safety: {
    name: 'Grenzen en veiligheid',
    ideas: [
      ['Henk', 'De mannen die dit regelen zijn geen veertien. Die zien wij te weinig opgepakt worden.'],
      ['Sandra', 'Mijn dochter durft ’s avonds niet langs de garageboxen. Zij is ook een kind uit deze wijk.'],
      ['Marco', 'Als een jongen gebruikt is, behandel hem dan als slachtoffer. Maar wel dezelfde week, niet na negen maanden.'],
      ['Wim', 'Wie iets meldt, woont daarna nog steeds in dezelfde portiek.'],
      ['Hassan', 'Ik kreeg een brief van de officier van justitie. Ik moest mijn zoon vragen wat er stond.'],
      ['Loes', 'Straf helpt als die snel komt en als er daarna iemand blijft.'],
      ['Joke', 'Een meldpunt waar je echt anoniem bent, en waar je terughoort wat ermee is gedaan.'],
      ['Wim', 'Wij hebben een steen door de ruit gehad, omdat mijn vrouw iets zei.'],
    ],
  },
  pride: {
    name: 'Iemand zijn',
    ideas: [
      ['Fatma', 'Bij hen is hij een man. Bij ons is hij een probleem.'],
      ['Joke', 'Onze wijk staat alleen in de krant als er iets ontploft.'],
      ['Samir', 'Hij kan goed plannen, rekenen en met mensen omgaan. Wie ziet dat, behalve de dealer?'],
      ['Dennis', 'Laat jongens van zestien de vakantieweek voor de kleintjes leiden. En betaal ze.'],
      ['Nadia', 'Er zit hier vanmiddag één jongere aan tafel. Wij praten dus weer over hen.'],
      ['Ricardo', 'Mijn vader deed het ook. Niemand heeft mij ooit een ander verhaal over ons verteld.'],
    ],
  },
  honour: {
    name: 'Vieren wat goed gaat',
    ideas: [
      ['Miriam', 'Vier het als iemand eruit is gestapt. Nu hoor je het alleen als iemand is opgepakt.'],
      ['Els', 'Drie van mijn beste bakkers komen uit deze straat. Dat mag ook op een muur.'],
    ],
  },
  ourselves: {
    name: 'Hoe wij zelf werken',
    ideas: [
      ['Karin', 'Wij vergaderen overdag over wat er ’s nachts gebeurt.'],
      ['Tom', 'Ik mag als ambtenaar niets beloven. Dus beloof ik niets. En dat ziet hij.'],
      ['Peter', 'Elke wethouder begint een nieuw plan. Maak er eens een af.'],
      ['Loes', 'Privacy is een reden geworden om niets te doen. Zoek uit wat wél mag.'],
      ['Nadia', 'Wij tellen huisbezoeken. We tellen niet of iemand in mei nog naar school gaat.'],
      ['Ria', 'Laat mensen uit de wijk meebeslissen over het geld voor de jeugd.'],
    ],
  },
} satisfies Record<string, { name: string; ideas: Written[] }>

export type GroupName = keyof typeof groups

export const loose: Written[] = [
  ['Karin', 'Ik weet het ook niet. Ik wilde vooral horen of anderen er ook wakker van liggen.'],
  ['Aziza', 'Waar zijn de meisjes in dit verhaal? Zij zien alles en niemand vraagt het ze.'],
]

/** Points at a family; the coach hides it before anything is shared, and its author finds why. */
export const hidden: Written = ['Henk', 'Iedereen weet dat het begint bij die familie op nummer 40.']
/** Written in anger and taken back by its own author. */
export const withdrawn: Written = ['Wim', 'Laat die ouders het zelf maar oplossen.']
/** Sent when the room had moved on. */
export const late: Written = ['Fatma', 'Ik schaamde me te veel om het op school te zeggen. Er was ook niemand die ernaar vroeg.']
/** A released idea gets better words from its author. */
export const edited: { before: Written; after: string } = {
  before: ['Tom', 'In het weekend is er voetbal. Op maandag en dinsdag is er niets.'],
  after:
    'In het weekend is er voetbal. Op maandag en dinsdag is er niets. Toevallig zijn dat de avonden waarop wij de meeste meldingen krijgen.',
}

/** Asked of those who gave many dots to what few chose. */
export const conditions: Written[] = [
  ['Sandra', 'Dat veiligheid niet van tafel gaat omdat we het nu over kansen hebben.'],
  ['Wim', 'Dat ik ’s avonds iemand kan bellen die een kwartier later buiten staat. Geen voicemail.'],
  ['Henk', 'Dat de mannen erachter ook op de agenda staan. Elke keer weer.'],
  ['Joke', 'Dat melden niet bij mijn voordeur uitkomt.'],
  ['Marco', 'Iemand die ’s avonds buiten is en de jongens kent, is voor mij ook veiligheid. Dat is hetzelfde gesprek.'],
  ['Hassan', 'Dat we dezelfde mensen terugzien. Dan steek ik mijn nek uit.'],
]
