import type { ValueFormat } from '../schema/value-format.ts';
import { acceptedTexts, anyAcceptedText, recommendedTexts, unspecifiedTexts } from './text-classes.ts';

/** Free text for people: what it may contain is `format`, how long it may be is the schema's own matter. */
export const text: ValueFormat = {
  values: (_, keyword, polarity) => {
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
