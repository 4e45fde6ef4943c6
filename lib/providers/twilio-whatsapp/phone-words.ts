const oneDigit = /^[17]/;
const twoDigits = /^(20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number in groups as people read it: “+44 207 946 0102”. What is no number stays as it is. */
export function phoneWords(number: string): string {
  const digits = /^\+(\d{7,15})$/.exec(number)?.[1];
  if (!digits) return number;

  const country = oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3;
  const groups = digits.slice(country).match(/\d{3}(?=\d{3})|\d+/g) ?? [];
  return `+${[digits.slice(0, country), ...groups].join(" ")}`;
}
