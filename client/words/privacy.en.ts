import { begin } from './begin.en.ts'
import { plural } from './plural.ts'
import type { PrivacyWords } from './privacy.nl.ts'

const count = plural('en')

export const privacy: PrivacyWords = {
  link: begin.kept,
  title: 'What do we keep, and who sees it?',
  intro: 'You take part without a name and without an account. Here is what is kept all the same, and what we cannot promise.',
  close: 'Close',
  page: 'Open as a page, to print',
  back: 'To the start',
  headings: {
    sees: 'Who sees what?',
    kept: 'What does the server keep?',
    until: 'For how long?',
    phone: 'What is on your phone?',
    open: 'What do we not protect?',
    asks: 'Questions, or something to erase?',
  },
  sees: {
    room: 'The room, the phones and the screen only get texts that were shared.',
    coach: 'The coach reads your text sooner, but does not see whose it is. If the room reads along at once, it says so above the field.',
    names: 'A name stands only with a commitment, when somebody fills it in. The room then sees it too.',
    votes:
      'Nobody at the Plein sees how you vote. Where fewer than three people voted, or only one or two on a phone, we show no result. With fewer than three answers after it nobody reads those.',
    perspective: 'Nobody at the Plein sees what you choose at ‘I am here as …’. It only counts in totals of three or more people.',
    signals: 'Of ‘Ready’ and ‘Raise hand’ others only see how many people.',
    pulse: 'Of ‘How is it for you?’ only the coaches see numbers, from five people on. Nobody sees who.',
    cards: 'What you write at ‘This must be said’ is read by the coaches alone. If you say yes, the room may read it too.',
    others:
      'Of what participants write, the owner of the question and the organiser see no more than the room. The organiser can let in another coach.',
    touched: 'The coaches know what touches the owner of the question. The room sees it with a question that comes from it.',
    intake: 'What the owner writes in the intake for nobody else, nobody else at the Plein reads.',
    outcome: 'The outcome holds only what the room was allowed to see, and how many texts it was not. You get it when the coach shares it.',
    blog: 'A blog of the owner of the question quotes only words that the room was allowed to see, without who wrote them.',
    outcomeShared: 'The coach has shared the outcome of this Plein with those who took part.',
    outcomeNotShared: 'The coach has not yet shared the outcome of this Plein with those who took part.',
  },
  kept: {
    texts: 'Your texts, but not who wrote them, on which phone or at what time.',
    memory:
      'While a part lasts, the server knows which phone a text came from. That is in memory only. So a coach can stop a phone, without seeing which.',
    keys: 'A check number for each text. The key with which you change the text stays on your phone.',
    ballots: 'Your ballot, locked. Its key lies outside the database and is destroyed by the count.',
    taps: 'What you write to the coaches in confidence, and what you say with one tap, locked too. Soon after closing it is gone.',
    counted: 'After the count we keep ballots without a voter, shuffled. After closing only totals.',
    seat: 'A seat without a name. With it stands whether you are ready and whether your hand is up. And as who you are here.',
    addresses: 'No IP address. The log gets at most a mark of your network. That mark changes every day.',
    intake: 'The intake. What the owner writes in it for nobody else is locked. The key is on that one device.',
    blog: 'The blog of the day after. And of the owner of the question a mail address, when they ask for a reminder.',
    staff: 'Of coach, owner and organiser: what they do at the Plein and at what time, without a name.',
  },
  until: {
    withdrawn:
      'If you withdraw a text, it leaves the board and the outcome at once. Within a minute it is out of the database too. Words that became the question stay in the question.',
    closing:
      'Soon after closing the server erases all check numbers and all single ballots. And what a text was before you changed it, and what the owner took back or wrote for nobody else.',
    mail: 'The mail address goes as soon as the mail was sent. If that fails, three days later. If nobody closes the Plein, it stays until everything is erased. So does the blog.',
    links: (days) =>
      `Links of coach and screen work until ${count(days, 'day', 'days')} after closing. That of the owner, and new ones made later, work until everything is erased.`,
    linksOn: (date) =>
      `Links of coach and screen work until ${date}. That of the owner, and new ones made later, work until everything is erased.`,
    seats: (days) =>
      `Seats go ${count(days, 'day', 'days')} after closing, except the owner’s, with nothing on it. After that your phone no longer opens the Plein.`,
    seatsOn: (date) => `Seats go on ${date}, except the owner’s, with nothing on it. After that your phone no longer opens the Plein.`,
    all: (days) =>
      `Everything of a Plein is erased on a set date. That is after ${count(days, 'day', 'days')}, or on the day that the organiser chose.`,
    allOn: (date) => `Everything of this Plein is erased on ${date}, or sooner if the organiser does so.`,
    off: 'If the server is off on that day, it happens as soon as it starts again.',
    stays: 'Is somebody still in a Plein that is open on that date? Then it is erased as soon as everybody has been away for ten minutes.',
    backups: (days) => `Backups go after ${count(days, 'day', 'days')}. What was erased can stand in them for that long.`,
    restored:
      'What was erased is noted, without words, beside the backups. If somebody puts one back, that is first erased again. Only without those notes it is not.',
    deeds: 'The list of what coach, owner and organiser did can stay longer than the Plein. It holds no texts.',
    log: 'How long the log stays is up to whoever runs the server.',
  },
  phone: {
    here: 'Your way into the Plein, your texts with their keys, where you gave dots, and what is still to be sent. Also what you began to write and did not send.',
    wipe: 'With ‘Wipe from my phone’ you take all of that away. What you sent stays on the Plein, but you can no longer change it.',
    history: 'Your browser itself remembers the address of the Plein. You can only erase that in the history of your browser.',
    elsewhere: 'There are no cookies, and nothing comes from other websites.',
  },
  open: {
    operator: 'Whoever runs the server can change the software. Then they can look along with what you write and vote.',
    disk: 'Whoever can get at the files of the server also reads texts that were not shared. And opens ballots until the count, and until closing what you wrote in confidence or said with one tap.',
    wifi: 'This connection is not secure. Whoever is on the same network can read along with what you send.',
    network: 'Whoever runs the server or the network can see which phones connect.',
    atOnce: 'Does the room read along at once? Then whoever sits next to you may notice that a text is yours.',
    order:
      'The order in which texts came in is kept. Between them stands when a coach did something. Whoever wrote down who sent something when, can lay that beside it.',
    words:
      'Somebody may tell from your words that they are yours. In a small group a number can tell who it is. Also to whoever takes part with many phones.',
    glance:
      'Whoever looks at your phone sees your texts and your dots. Also what you said with one tap, and what you chose at ‘I am here as …’. And when you type an answer after a vote: that you gave no dots there.',
    photo: 'Somebody can take a photo of the screen, or keep the outcome. Those we cannot erase.',
  },
  asks: {
    town: (name) => `This board belongs to ${name}.`,
    contact: (contact) => `Questions? ${contact}`,
    organiser: 'Ask the organiser of the Plein who runs the server.',
    rights:
      'You can erase a text yourself, with ‘Withdraw’, until the Plein closes. After that the organiser can only delete the whole Plein.',
    authority: 'Not satisfied? Then you can send a complaint to the Dutch Data Protection Authority.',
  },
}
