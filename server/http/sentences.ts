/** What an error says to a person: what happened and what to do. Errors of HTTP itself; the rules have words of their own. */
import { sentence as refusalSentence } from '../../client/words/sentence.ts'
import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts'
import type { Locale } from '../../shared/domain/state.ts'

const nl = {
  'bad-request': 'Deze aanvraag klopt niet. Kijk naar "errors" voor wat er anders moet.',
  'bad-json': 'De aanvraag bevat geen geldige JSON.',
  'not-json': 'Stuur de gegevens als JSON, in UTF-8, met "Content-Type: application/json".',
  'too-large': 'De aanvraag is te groot.',
  'not-found': 'Dit adres bestaat niet.',
  'document-renewed': 'Dit document gaat verder onder een nieuwe naam. Laad de pagina opnieuw.',
  'method-not-allowed': 'Dit adres kent deze methode niet. De kop "Allow" noemt wat wel kan.',
  'foreign-origin': 'Deze aanvraag komt van een andere website en wordt daarom geweigerd.',
  'token-missing': 'Hiervoor is een sleutel nodig: "Authorization: Bearer …".',
  'organiser-key-wrong': 'Dit is niet de sleutel van de organisator van deze server.',
  'outcome-not-shared': 'De opbrengst is nog niet met de deelnemers gedeeld.',
  'outcome-format-old':
    'Dit bestand komt van een oudere versie van Pleinbord en past niet meer. Download de opbrengst opnieuw waar het Plein staat, en lees dat bestand in.',
  'outcome-too-large': 'In dit bestand staat meer dan in een Plein past. "pointer" wijst de plek aan. Er is niets veranderd.',
  'outcome-inconsistent': 'Deze opbrengst klopt niet met zichzelf. "pointer" wijst de plek aan. Er is niets veranderd.',
  'retention-over': 'De datum waarop dit Plein verwijderd zou worden, is voorbij. Kies een nieuwe dag om het toch in te lezen.',
  'blog-not-yet': 'De blog kan weg zodra het Plein definitief gesloten is. Dat is een minuut na het sluiten.',
  'blog-empty': 'Er staat nog niets in de blog.',
  'blog-too-long': 'De blog is te lang om te publiceren. Maak hem korter, of verdeel hem over twee verhalen.',
  'blog-changed': 'Er is intussen nog aan de blog geschreven. Lees hem nog eens, en publiceer dan.',
  'quote-withdrawn':
    'In de blog staan woorden die niet (meer) met de zaal gedeeld zijn. Haal die eruit. "quotes" noemt ze. Er is niets gepubliceerd.',
  'mail-not-set': 'Deze server verstuurt geen mail.',
  'reminder-too-late': 'De ochtend na het Plein is al geweest. Er komt geen mail meer.',
  'confirm-missing': 'Verwijderen is voorgoed. Stuur {"confirm": true} mee om het zeker te weten.',
  'too-many-pleins': 'Er mogen niet meer Pleinen bij. Sluit of verwijder er een, of probeer het later.',
  'wish-granted':
    'Dit Plein is al gemaakt, met wat er toen in het formulier stond. Het staat in de lijst. Maak daar nieuwe links als u ze niet hebt. Wilt u er toch nog een, vraag het dan opnieuw.',
  'too-fast': 'Dit gaat te snel achter elkaar. Probeer het zo nog eens.',
  busy: 'De server heeft het druk of stopt. Probeer het over een paar seconden nog eens.',
  'storage-failed': 'De server kan nu niet opslaan. Er is niets veranderd; probeer het zo nog eens.',
  'not-ready': 'De server kan nu niets doen.',
  'loopback-only': 'Dit is alleen te lezen op de machine zelf.',
  'not-built': 'De pagina’s zijn nog niet gebouwd. Start de server met "npm start".',
  internal: 'Er ging iets mis op de server. Er is niets veranderd; probeer het nog eens.',
}

type HttpCode = keyof typeof nl
export type ProblemCode = HttpCode | RefusalCode

const en: Record<HttpCode, string> = {
  'bad-request': 'This request is not right. See "errors" for what must change.',
  'bad-json': 'The request holds no valid JSON.',
  'not-json': 'Send the data as JSON in UTF-8, with "Content-Type: application/json".',
  'too-large': 'The request is too large.',
  'not-found': 'This address does not exist.',
  'document-renewed': 'This document goes on under a new name. Reload the page.',
  'method-not-allowed': 'This address does not know this method. The header "Allow" names what it does know.',
  'foreign-origin': 'This request comes from another website and is refused for that reason.',
  'token-missing': 'This needs a key: "Authorization: Bearer …".',
  'organiser-key-wrong': 'This is not the key of the organiser of this server.',
  'outcome-not-shared': 'The outcome is not shared with the participants yet.',
  'outcome-format-old':
    'This file comes from an older version of Pleinbord and does not fit any more. Download the outcome again where the Plein is, and take in that file.',
  'outcome-too-large': 'This file holds more than fits in a Plein. "pointer" says where. Nothing has changed.',
  'outcome-inconsistent': 'This outcome contradicts itself. "pointer" says where. Nothing has changed.',
  'retention-over': 'The date on which this Plein was to be deleted has passed. Choose a new day to take it in all the same.',
  'blog-not-yet': 'The blog can go out as soon as the Plein is closed for good. That is a minute after closing.',
  'blog-empty': 'There is nothing in the blog yet.',
  'blog-too-long': 'The blog is too long to publish. Make it shorter, or make two stories of it.',
  'blog-changed': 'Somebody has written in the blog meanwhile. Read it once more, then publish.',
  'quote-withdrawn':
    'The blog holds words that are not shared with the room, or not any more. Take them out. "quotes" names them. Nothing was published.',
  'mail-not-set': 'This server sends no mail.',
  'reminder-too-late': 'The morning after the Plein has passed. No mail will come any more.',
  'confirm-missing': 'Deleting is for good. Send {"confirm": true} to be sure.',
  'too-many-pleins': 'There may be no more Pleinen. Close or delete one, or try again later.',
  'wish-granted':
    'This Plein has been made already, with what stood in the form then. It is in the list. Make new links there if you do not have them. If you want another one all the same, ask again.',
  'too-fast': 'This goes too fast. Try again in a moment.',
  busy: 'The server is busy or stopping. Try again in a few seconds.',
  'storage-failed': 'The server cannot store anything now. Nothing has changed; try again in a moment.',
  'not-ready': 'The server cannot do anything now.',
  'loopback-only': 'This can be read on the machine itself only.',
  'not-built': 'The pages have not been built yet. Start the server with "npm start".',
  internal: 'Something went wrong at the server. Nothing has changed; try again.',
}

const catalogues: Record<Locale, Record<HttpCode, string>> = { nl, en }

export const isHttpCode = (code: ProblemCode): code is HttpCode => Object.hasOwn(nl, code)

/** `facts`: what a sentence about a refusal of the rules needs. */
export const sentence = (code: ProblemCode, facts: Record<string, unknown>, locale: Locale): string =>
  isHttpCode(code) ? catalogues[locale][code] : refusalSentence({ code, ...facts } as Refusal, locale)
