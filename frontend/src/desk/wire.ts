import type { Geometry } from 'geojson';
import type { Bbox, LocationClass } from '../model';

/** A text for readers: a string in the first language, or one for each language. */
export type Text = string | Readonly<Record<string, string>>;

/** A range of a string in UTF-16 code units: start, and end, which is not part of it. */
export type Range = readonly [number, number];

/** What the next undo or redo would take back, in words; null for nothing. */
export interface History {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A report in the list of all. */
export interface ReportEntry {
  readonly id: string;
  readonly status: 'draft' | 'published';
  readonly label: Text;
  readonly language: string;
  readonly date: string | null;
  readonly open: number;
}

/** Something with a name that reports refer to. */
export interface Party {
  readonly id: string;
  readonly name: Text;
  readonly kind: string;
}

/** What figures count. */
export interface Measure {
  readonly id: string;
  readonly label: Text;
  readonly counts?: Text;
}

/** A layer that places can be added to. */
export interface LayerEntry {
  readonly id: string;
  readonly title: Text;
  readonly style: 'incident' | 'place' | 'route' | 'area';
}

/** A place, incident, line or area of the catalog. */
export interface FeatureEntry {
  readonly id: string;
  readonly layer: string;
  readonly name: Text;
  readonly kind: string;
  readonly location: LocationClass;
  readonly position: readonly [number, number] | null;
}

/** A fault of the catalog, or something that a draft lacks. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;
  readonly message: string;
  /** The item that it is about; null if it is about none. */
  readonly key?: string | null;
}

/** All that the desk knows of the catalog. */
export interface DeskState {
  readonly title: Text;
  readonly languages: readonly string[];
  readonly reports: readonly ReportEntry[];
  readonly parties: readonly Party[];
  readonly measures: readonly Measure[];
  readonly layers: readonly LayerEntry[];
  readonly features: readonly FeatureEntry[];
  readonly kinds: { readonly party: readonly string[] };
  readonly locations: readonly LocationClass[];
  readonly faults: readonly Problem[];
  readonly bbox: Bbox;
  /** The root of the site as it is published now; null if the catalog has faults. */
  readonly preview: string | null;
  readonly history: History;
}

/** A place that words may mean. */
export interface Candidate {
  readonly feature: string | null;
  readonly geonames: number | null;
  readonly name: string;
  readonly within: string | null;
  readonly kind: string | null;
  readonly location: LocationClass | null;
  readonly position: readonly [number, number] | null;
  readonly people: number | null;
  readonly layer: string | null;
}

interface Proposal {
  readonly key: string;
  /** Whether somebody still has to decide. */
  readonly open: boolean;
  readonly excerpt: string;
  readonly words: string;
  /** Where the words stand in the excerpt's quote. */
  readonly in: readonly Range[];
  /** Where they stand in the text; null if it is not at hand. */
  readonly at: readonly Range[] | null;
  readonly sure: number | null;
  readonly why: string | null;
}

/** Words that name a place. */
export interface PlaceItem extends Proposal {
  readonly kind: 'place';
  readonly state: 'own' | 'gazetteer' | 'undecided' | 'unknown' | 'inferred';
  readonly candidates: readonly Candidate[];
}

/** A number, two numbers or a word. */
export type FigureValue = number | readonly [number, number] | string;

/** Words that give a figure. */
export interface ClaimItem extends Proposal {
  readonly kind: 'claim';
  readonly id: string;
  readonly measure: string;
  readonly value: FigureValue;
  readonly wording: string;
  readonly who: string | null;
  readonly subject: string | null;
  readonly party: string | null;
  readonly partyWords: string | null;
  readonly subjects: readonly string[];
}

export type Item = PlaceItem | ClaimItem;

/** A quote of a report. */
export interface ExcerptEntry {
  readonly id: string;
  readonly quote: string;
  readonly at: Range | null;
  readonly party: string | null;
  readonly not_verified: string | null;
  readonly incidents: readonly string[];
}

/** A report with all that is proposed and decided in it. */
export interface Report {
  readonly id: string;
  readonly file: string;
  /** Names the version of the file. */
  readonly rev: string;
  readonly status: 'draft' | 'published';
  readonly language: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly text: { readonly content: string; readonly aside: readonly Range[] } | null;
  readonly excerpts: readonly ExcerptEntry[];
  readonly items: readonly Item[];
  readonly open: number;
}

/** One change, without its id and what it was made on. */
export type Operation = Readonly<Record<string, unknown>> & { readonly op: string };

/** What a change did. */
export interface Changed {
  readonly report: Report | null;
  readonly focus: string | null;
  readonly next: string | null;
  readonly said: string;
  readonly history: History;
  readonly catalog: boolean;
  /** The report that an undone change belongs to. */
  readonly opened?: string | null;
}

/** The answer to a change that cannot be made. */
export interface Refusal {
  readonly error: string;
  readonly message: string;
  readonly field?: string;
  readonly problems?: readonly Problem[];
  readonly report?: Report;
  readonly node?: string;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

/** A place that no list has, as drawn on the map. */
export interface Drawn {
  readonly location: LocationClass;
  readonly geometry: Geometry | null;
}
