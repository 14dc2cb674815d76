/** How wide letters are, in thousandths of their size, taken once from the fonts that the screen uses. Every device breaks lines with this
 *  table, so that screen, desk and phone agree on what stands on a page without asking each other. */
export type Font = 'text' | 'bold' | 'plate'

/** From space (U+0020) to tilde (U+007E). */
const latin: Record<Font, readonly number[]> = {
  text: [
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210,
    210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690,
    593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566,
    574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
  ],
  bold: [
    313, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 608, 626, 537, 624, 571, 272,
    272, 569, 612, 569, 547, 781, 678, 643, 658, 689, 597, 566, 718, 701, 425, 561, 664, 552, 858, 717, 747, 629, 757, 650, 610, 607, 686,
    644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596,
    599, 376, 508, 376, 567, 530, 740, 540, 521, 506, 381, 254, 381, 537,
  ],
  plate: [
    248, 296, 436, 699, 601, 855, 705, 240, 368, 368, 549, 638, 245, 412, 240, 517, 655, 396, 612, 600, 639, 613, 612, 534, 626, 612, 240,
    240, 638, 638, 638, 511, 830, 711, 685, 640, 706, 620, 573, 683, 718, 294, 556, 700, 565, 809, 717, 724, 637, 724, 686, 611, 599, 708,
    677, 847, 666, 677, 641, 390, 517, 390, 638, 495, 0, 552, 575, 535, 575, 554, 357, 575, 587, 278, 278, 555, 286, 871, 587, 565, 576,
    575, 412, 489, 390, 587, 550, 743, 567, 562, 537, 382, 296, 382, 638,
  ],
}
const others: Record<string, readonly [number, number, number]> = {
  '‘': [236, 269, 245],
  '’': [236, 269, 245],
  '“': [399, 479, 475],
  '”': [399, 479, 475],
  '–': [504, 501, 503],
  '—': [824, 832, 583],
  '…': [670, 781, 1037],
  '•': [438, 438, 426],
  '€': [664, 678, 633],
  '·': [240, 294, 0],
  '‚': [236, 269, 245],
  '„': [399, 479, 475],
  ß: [582, 621, 575],
  æ: [866, 878, 856],
  œ: [924, 936, 900],
  ø: [548, 576, 565],
  ł: [252, 305, 305],
  đ: [613, 649, 649],
  Æ: [891, 966, 900],
  Œ: [1006, 1024, 965],
  Ø: [714, 747, 724],
  Ł: [522, 565, 565],
  Đ: [726, 740, 740],
  ı: [252, 300, 278],
  þ: [566, 596, 576],
  ð: [565, 588, 565],
  '¿': [450, 526, 511],
  '¡': [286, 303, 295],
  '«': [562, 649, 553],
  '»': [562, 649, 553],
  '°': [352, 394, 415],
}
const place: Record<Font, 0 | 1 | 2> = { text: 0, bold: 1, plate: 2 }
/** What no table knows comes in a font of the machine: as wide as the widest of them. */
const unknown = 1000
const wide = 1400
const invisible = /^[\p{M}\p{Cf}\p{Cc}]$/u
const picture = /^\p{Extended_Pictographic}$/u

const measured = (character: string, font: Font): number => {
  const base = character.normalize('NFD').charAt(0)
  const known = latin[font][base.charCodeAt(0) - 32] ?? others[character]?.[place[font]]
  if (known !== undefined) return known
  if (invisible.test(character)) return 0
  return picture.test(character) ? wide : unknown
}
const seen: Record<Font, Map<string, number>> = { text: new Map(), bold: new Map(), plate: new Map() }

/** One character (code point), in thousandths. */
export const advance = (character: string, font: Font): number => {
  const before = seen[font].get(character)
  if (before !== undefined) return before
  const now = measured(character, font)
  seen[font].set(character, now)
  return now
}
