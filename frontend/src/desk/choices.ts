import { choose } from './dialogs';
import { openParty } from './party-form';
import { candidateDetail } from './said';
import type { Session } from './session';
import type { Candidate, ClaimItem, PlaceItem, Report } from './wire';

/** Lets the editor search a place in the catalog and the gazetteer. */
export function searchPlace(
  { words, names, api }: Session,
  report: Report,
  item: PlaceItem,
  onCandidate: (candidate: Candidate) => void,
  onDraw: () => void,
): void {
  const found = new Map<string, Candidate>();
  choose(
    words.say('do.search'),
    words,
    async (query) => {
      if (query === '') return [];
      const path = `/api/places?q=${encodeURIComponent(query)}&report=${report.id}`;
      const { candidates } = await api.get<{ candidates: Candidate[] }>(path);
      found.clear();
      return candidates.map((candidate, index) => {
        found.set(String(index), candidate);
        return {
          id: String(index),
          name: candidate.name,
          detail: candidateDetail(candidate, words, names.layer(candidate.layer)),
        };
      });
    },
    ({ id }) => {
      const candidate = found.get(id ?? '');
      if (candidate) onCandidate(candidate);
    },
    { label: words.say('do.draw'), press: onDraw },
    item.words,
  );
}

/** Lets the editor choose what a figure counts. */
export function chooseMeasure(
  { words, names, state }: Session,
  onMeasure: (measure: string) => void,
): void {
  choose(
    words.say('do.measure'),
    words,
    state.measures.map(({ id, counts }) => {
      return { id, name: names.measure(id), detail: names.text(counts) };
    }),
    ({ id }) => {
      if (id !== null) onMeasure(id);
    },
  );
}

/** Lets the editor choose who gives a figure: a party, a new one, or the report itself. */
export function chooseParty(
  session: Session,
  item: ClaimItem,
  onParty: (party: string | null) => void,
  onNew: (party: Readonly<Record<string, unknown>>) => void,
): void {
  const { words, names, state } = session;
  const { partyWords } = item;
  choose(
    partyWords === null
      ? words.say('do.party')
      : `${words.say('do.party')}: ${words.say('card.quoted', partyWords)}`,
    words,
    [
      ...state.parties.map(({ id, kind }) => {
        return { id, name: names.party(id), detail: words.kind(kind) };
      }),
      { id: null, name: words.say('claim.ownVoice'), detail: words.say('claim.ownVoice.detail') },
    ],
    ({ id }) => onParty(id),
    {
      label: words.say('do.newParty'),
      press: (query) => openParty(session, query === '' ? (partyWords ?? '') : query, onNew),
    },
  );
}

/** Lets the editor choose what a figure is about; what its quote is tied to comes first, in the order of its card. */
export function chooseSubject(
  { words, names, state }: Session,
  item: ClaimItem,
  onSubject: (feature: string) => void,
): void {
  const rank = ({ id }: { readonly id: string }): number => {
    const at = item.subjects.indexOf(id);
    return at < 0 ? item.subjects.length : at;
  };
  const all = [...state.features].sort((a, b) => rank(a) - rank(b));
  choose(
    words.say('do.subject'),
    words,
    all.map(({ id, kind, layer }) => ({
      id,
      name: names.feature(id),
      detail: [words.kind(kind), names.layer(layer)].join(' · '),
    })),
    ({ id }) => {
      if (id !== null) onSubject(id);
    },
  );
}
