/** English, which the others translate. */
const en = {
  records: '{n} records',
  inView: '{n} records in this part of the map: list them',
  oneInView: '1 record in this part of the map: list it',
  noneInView: 'No records in this part of the map.',
  notStated: 'date not stated',
};

const ur: Readonly<Record<keyof typeof en, string>> = {
  records: '{n} اندراجات',
  inView: 'نقشے کے اس حصے میں {n} اندراجات: فہرست دیکھیں',
  oneInView: 'نقشے کے اس حصے میں 1 اندراج: دیکھیں',
  noneInView: 'نقشے کے اس حصے میں کوئی اندراج نہیں۔',
  notStated: 'تاریخ درج نہیں',
};

/** Says a text of the records' own, its number filled in. */
export type RecordWords = (key: keyof typeof en, n?: string) => string;

/** The words in a language; English where the script does not speak it. */
export function wordsIn(lang: string): RecordWords {
  const words = lang === 'ur' ? ur : en;
  return (key, n = '') => words[key].replace('{n}', n);
}
