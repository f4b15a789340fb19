import { useLanguage, type Language } from './language.ts';

/** A dictionary: plain texts, texts with parameters, and groups of both. */
export interface Dictionary {
  // Parameters of a text are whatever its Chinese version takes; Translated<> holds the English one to the same.
  readonly [key: string]: string | ((...parameters: never[]) => string) | Dictionary;
}

/** What a translation must bring: every key of the Chinese dictionary, with the same parameters. A missing word does not compile. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Translated<T[K]>;
};

export interface Words<T extends Dictionary> {
  readonly zh: Translated<T>;
  readonly en: Translated<T>;
}

/** The words of one desk or component in both languages. */
export function defineWords<T extends Dictionary>(zh: T & Translated<T>, en: Translated<T>): Words<T> {
  return { zh, en };
}

/** The words in one language. */
export function wordsIn<T extends Dictionary>(words: Words<T>, language: Language): Translated<T> {
  return language === 'en' ? words.en : words.zh;
}

/** The words in the language of the moment; the component is drawn again when it is switched. */
export function useWords<T extends Dictionary>(words: Words<T>): Translated<T> {
  return wordsIn(words, useLanguage());
}
