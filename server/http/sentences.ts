/** What an error says to a person: what happened and what to do. Errors of the protocol itself; Dutch and English. */
import type { Locale } from '../../shared/domain/state.ts'

const nl = {
  'bad-request': 'Deze aanvraag klopt niet. Kijk naar "errors" voor wat er anders moet.',
  'bad-json': 'De aanvraag bevat geen geldige JSON.',
  'not-json': 'Stuur de gegevens als JSON, met "Content-Type: application/json".',
  'too-large': 'De aanvraag is te groot.',
  'not-found': 'Dit adres bestaat niet.',
  'method-not-allowed': 'Dit adres kent deze methode niet. De kop "Allow" noemt wat wel kan.',
  'foreign-origin': 'Deze aanvraag komt van een andere website en wordt daarom geweigerd.',
  'token-missing': 'Hiervoor is een sleutel nodig: "Authorization: Bearer …".',
  'token-unknown': 'Deze sleutel is niet (meer) geldig. Open uw link opnieuw of doe opnieuw mee.',
  'organiser-key-wrong': 'Dit is niet de sleutel van de organisator van deze server.',
  'not-allowed': 'Met deze rol mag dit niet.',
  'code-unknown': 'Met deze code komt u nu niet binnen. Kijk of de code goed is overgenomen, of vraag het de pleincoach.',
  'door-locked': 'De deur van dit Plein is dicht. Vraag de pleincoach om de deur open te zetten.',
  'link-unknown': 'Deze link werkt niet (meer). Vraag om een nieuwe link.',
  'screen-code-unknown': 'Deze code van het scherm is niet (meer) geldig. Laad het scherm opnieuw voor een nieuwe code.',
  'plein-unknown': 'Dit Plein bestaat niet (meer).',
  'plein-closed': 'Dit Plein is gesloten.',
  'outcome-not-shared': 'De opbrengst is nog niet met de deelnemers gedeeld.',
  'template-unknown': 'Dit draaiboek bestaat niet. GET /api/v1/templates noemt wat er is.',
  'not-confirmed': 'Verwijderen is voorgoed. Stuur {"confirm": true} mee om het zeker te weten.',
  'too-many-pleins': 'Er mogen niet meer Pleinen bij. Sluit of verwijder er een, of probeer het later.',
  refused: 'Dit kan nu niet.',
  'too-fast': 'Dit gaat te snel achter elkaar. Probeer het zo nog eens.',
  busy: 'De server heeft het druk of stopt. Probeer het over een paar seconden nog eens.',
  'storage-failed': 'De server kan nu niet opslaan. Er is niets veranderd; probeer het zo nog eens.',
  'not-ready': 'De server kan nu niets doen.',
  'loopback-only': 'Dit is alleen te lezen op de machine zelf.',
  'not-built': 'De pagina’s zijn nog niet gebouwd. Start de server met "npm start".',
  internal: 'Er ging iets mis op de server. Er is niets veranderd; probeer het nog eens.',
}

export type ProblemCode = keyof typeof nl

const en: Record<ProblemCode, string> = {
  'bad-request': 'This request is not right. See "errors" for what must change.',
  'bad-json': 'The request holds no valid JSON.',
  'not-json': 'Send the data as JSON, with "Content-Type: application/json".',
  'too-large': 'The request is too large.',
  'not-found': 'This address does not exist.',
  'method-not-allowed': 'This address does not know this method. The header "Allow" names what it does know.',
  'foreign-origin': 'This request comes from another website and is refused for that reason.',
  'token-missing': 'This needs a key: "Authorization: Bearer …".',
  'token-unknown': 'This key is not valid (any more). Open your link again, or join again.',
  'organiser-key-wrong': 'This is not the key of the organiser of this server.',
  'not-allowed': 'This role may not do this.',
  'code-unknown': 'This code does not let you in now. See whether you copied it well, or ask the coach.',
  'door-locked': 'The door of this Plein is locked. Ask the coach to open it.',
  'link-unknown': 'This link does not work (any more). Ask for a new one.',
  'screen-code-unknown': 'This code of the screen is not valid (any more). Load the screen again for a new code.',
  'plein-unknown': 'This Plein does not exist (any more).',
  'plein-closed': 'This Plein is closed.',
  'outcome-not-shared': 'The outcome is not shared with the participants yet.',
  'template-unknown': 'This programme does not exist. GET /api/v1/templates names what there is.',
  'not-confirmed': 'Deleting is for good. Send {"confirm": true} to be sure.',
  'too-many-pleins': 'There may be no more Pleinen. Close or delete one, or try again later.',
  refused: 'This cannot be done now.',
  'too-fast': 'This goes too fast. Try again in a moment.',
  busy: 'The server is busy or stopping. Try again in a few seconds.',
  'storage-failed': 'The server cannot store anything now. Nothing has changed; try again in a moment.',
  'not-ready': 'The server cannot do anything now.',
  'loopback-only': 'This can be read on the machine itself only.',
  'not-built': 'The pages have not been built yet. Start the server with "npm start".',
  internal: 'Something went wrong at the server. Nothing has changed; try again.',
}

const catalogues: Record<Locale, Record<ProblemCode, string>> = { nl, en }

export const sentence = (code: ProblemCode, locale: Locale): string => catalogues[locale][code]
