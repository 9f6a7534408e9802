import type { ValueFormat } from '../schema/value-format.ts';
import {
  acceptedTexts,
  anyAcceptedText,
  longestTexts,
  recommendedTexts,
  unspecifiedTexts,
} from './text-classes.ts';

/** Free text for people: what it may contain is `format`, how long it may be is the schema's own matter. */
export const text: ValueFormat = {
  values: (value, keyword, polarity) => {
    // Characters beyond ASCII tell those who count bytes from those who count characters.
    if (keyword === 'maxLength' && polarity === 'accepted')
      return longestTexts(Number(value.narrow['maxLength']));
    if (keyword !== 'format') return null;
    switch (polarity) {
      case 'accepted':
        return acceptedTexts();
      case 'recommended':
        return recommendedTexts();
      case 'observed':
        return unspecifiedTexts();
      case 'rejected':
        return [];
    }
  },
  any: anyAcceptedText,
  simplest: 'a',
};
