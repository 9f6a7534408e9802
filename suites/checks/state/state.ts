import { type Check, type CheckContext, type Judgement, responseOf, type Step } from '../case-record.ts';
import { handlingOf } from '../handling.ts';
import { upheld, violated } from '../judgement.ts';
import { parseJson } from '../parse-json.ts';
import { judgeNoList } from './judge-absence.ts';
import { judgeListing } from './judge-listing.ts';
import { judgeRefusedShowing, judgeShowing } from './judge-showing.ts';
import { recordWrite } from './record-write.ts';
import { type Item, isUnusual, membersOf, newHistory, type RepositoryHistory } from './share-history.ts';

/**
 * What lists and shows of a case say about the writes before them: a model of the service, told only what was
 * accepted and refused, is walked through the record and held against every reading.
 */
export const state: Check = (record, context) => {
  const walk = new Walk(context);
  return record.steps.flatMap((step) => walk.take(step));
};

class Walk {
  readonly #repositories = new Map<string, RepositoryHistory>();
  readonly #context: CheckContext;
  #listed: { readonly key: string; readonly items: readonly Item[] } | null = null;

  constructor(context: CheckContext) {
    this.#context = context;
  }

  take(step: Step): Judgement[] {
    const { role } = step.operation;
    const judged = this.#accountFound(step);
    if (role === 'create' || role === 'update' || role === 'delete')
      return [...judged, ...this.#write(step, role)];
    if (role === 'show' && handlingOf(step) === 'refused')
      return [...judged, ...judgeRefusedShowing(this.#history(step.place), step)];
    if (role === 'list' && handlingOf(step) === 'refused')
      return judgeNoList(this.#history(step.place), step, this.#context);
    if (handlingOf(step) !== 'accepted' || responseOf(step)?.status !== 200) return judged;
    if (role === 'list') return this.#list(step);
    return role === 'show' ? [...judged, ...this.#show(step)] : judged;
  }

  #write(step: Step, kind: 'create' | 'update' | 'delete'): Judgement[] {
    // A refused request can only have changed what its valid twin is about; an accepted one, what it names.
    const place = handlingOf(step) === 'refused' ? step.basePlace : step.place;
    this.#listed = null;
    const history = this.#history(place);
    if (handlingOf(step) === 'accepted')
      for (const other of this.#repositories.values())
        if (other !== history) other.foreign.push({ step, kind, accepted: true });
    return recordWrite(history, step, kind);
  }

  #list(step: Step): Judgement[] {
    const history = this.#history(step.place);
    const parsed = parseJson(responseOf(step)?.body ?? new Uint8Array());
    if (!parsed.ok || !Array.isArray(parsed.value)) return judgeNoList(history, step, this.#context);
    const items = parsed.value.map(membersOf);
    this.#listed = { key: keyOf(step), items };
    return judgeListing(history, step, items, this.#elsewhere(history), this.#context);
  }

  #show(step: Step): Judgement[] {
    const listed = this.#listed?.key === keyOf(step) ? this.#listed.items : null;
    return judgeShowing(this.#history(step.place), step, listed, this.#context);
  }

  /** Rulings, row 8b: an account that create accepted is found in the path, however it is spelt. */
  #accountFound(step: Step): Judgement[] {
    const { role } = step.operation;
    if (step.purpose !== 'subject' || step.aim !== null || step.account === null) return [];
    if (role !== 'show' && role !== 'update' && role !== 'delete') return [];
    const judged =
      step.expectation === 'accept' || (step.expectation === 'observe' && isUnusual(step.account));
    if (!judged || !this.#history(step.place).shares.has(step.account)) return [];
    const id = `${step.operation.id}/account-found`;
    const handling = handlingOf(step);
    const expected = `the share of account ${JSON.stringify(step.account)} is found`;
    const shown = role === 'show' ? membersOf(bodyOf(step))['exist'] : undefined;
    if (shown === false) return [violated(id, step, 'not-found', expected, 'exist false')];
    if (handling === 'accepted') return [upheld(id, step)];
    // A plain account that is refused as anything but missing is refused for something else in the request.
    if (handling !== 'refused' || (!isUnusual(step.account) && responseOf(step)?.status !== 404)) return [];
    return [violated(id, step, 'refused', expected, `answered ${responseOf(step)?.status}`)];
  }

  /** Accounts, in lower case, that other repositories of this case are shared with. */
  #elsewhere(history: RepositoryHistory): ReadonlySet<string> {
    const others = [...this.#repositories.values()].filter((other) => other !== history);
    return new Set(
      others
        .flatMap((other) => [...other.shares.keys()])
        .filter((account) => !history.shares.has(account))
        .map((account) => account.toLowerCase()),
    );
  }

  #history(place: Step['place']): RepositoryHistory {
    const key = JSON.stringify([place.namespace, place.repository]);
    const known = this.#repositories.get(key) ?? newHistory(place);
    this.#repositories.set(key, known);
    return known;
  }
}

function keyOf(step: Step): string {
  return JSON.stringify([step.place.namespace, step.place.repository]);
}

function bodyOf(step: Step): unknown {
  const parsed = parseJson(responseOf(step)?.body ?? new Uint8Array());
  return parsed.ok ? parsed.value : undefined;
}
