/** These have a meaning in the text of the picture and stand behind a backslash when they are meant. */
const meant = (text: string): string => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`)

/** What a phone's camera understands as "join this network". A network without a password is open. */
export const wifiText = (name: string, password: string): string =>
  password === '' ? `WIFI:T:nopass;S:${meant(name)};;` : `WIFI:T:WPA;S:${meant(name)};P:${meant(password)};;`
