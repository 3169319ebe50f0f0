import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import { CONTEXT, FREQUENCY, THEME } from './catalog-terms.js';
import type { Coverage, Covered } from './catalog.queries.js';
import { SUBJECT_TEXTS, UNKNOWN_LICENCE, UNKNOWN_PUBLISHER } from './catalog-texts.js';
import { licenceOf } from './catalog-licence.js';

export interface CatalogFacts {
  /** Where the hub is, without a slash at the end. */
  base: string;
  publisher: string | null;
  licence: string | null;
  /** When data was last published. */
  publishedAt: Date;
  /** Whether demonstration data was ever loaded. */
  illustrative: boolean;
  covered: Covered;
  /** The downloads: their names with the ending, and their media types. */
  files: readonly CatalogFile[];
  frameworks: readonly CatalogFramework[];
}

interface CatalogFile {
  name: string;
  mediaType: string;
}

export interface CatalogFramework {
  code: string;
  version: number;
  nameVi: string;
  nameEn: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  source: string;
  isIllustrative: boolean;
  files: readonly CatalogFile[];
}

type Node = Record<string, unknown>;

/** What the hub offers for download as DCAT 3 in JSON-LD, whose context is in it. */
export function catalogOf(facts: CatalogFacts): Node {
  const { base, publishedAt } = facts;
  const datasets = [...figuresOf(facts), ...frameworksOf(facts)];
  return {
    '@context': CONTEXT,
    '@id': `${base}/catalog`,
    '@type': 'dcat:Catalog',
    conformsTo: ['https://www.w3.org/TR/vocab-dcat-3/'],
    title: {
      vi: 'Dữ liệu chuyển đổi số trong giáo dục',
      en: 'Data on the digital transformation of education',
    },
    description: ownWords(facts, {
      vi: 'Các tệp tải xuống của hệ thống này: mỗi tệp nói ngày và phiên bản dữ liệu của nó. Chưa báo cáo không có nghĩa là bằng không.',
      en: 'The downloads of this hub; each says its date and its revision of the data. Not reported does not mean zero.',
    }),
    language: ['vi', 'en'],
    homepage: `${base}/`,
    modified: publishedAt.toISOString(),
    ...rightsOf(facts),
    dataset: datasets,
    service: {
      '@id': `${base}/graphql`,
      '@type': 'dcat:DataService',
      title: { vi: 'Đồ thị GraphQL', en: 'The GraphQL graph' },
      endpointURL: `${base}/graphql`,
      endpointDescription: `${base}/schema.graphql`,
      conformsTo: ['https://spec.graphql.org/'],
      servesDataset: datasets.map((each) => each['@id']),
    },
  };
}

const OF_THE_REGISTER = ['institutions', 'register', 'campuses'];

/** A dataset for each kind of download of the data itself. */
function figuresOf(facts: CatalogFacts): Node[] {
  const { base, files, publishedAt, covered } = facts;
  const byKind = Map.groupBy(files, ({ name }) => name.slice(0, name.indexOf('.')));
  return [...byKind].map(([kind, ofKind]) => {
    const { title, description, keywords } = SUBJECT_TEXTS[kind] ?? {
      title: { vi: kind, en: kind },
      description: { vi: kind, en: kind },
      keywords: { vi: [], en: [] },
    };
    const coverage = OF_THE_REGISTER.includes(kind) ? covered.institutions : covered.reports;
    return {
      '@id': `${base}/catalog#${kind}`,
      '@type': 'dcat:Dataset',
      identifier: kind,
      title,
      description: ownWords(facts, description),
      keyword: keywords,
      theme: [THEME],
      language: ['vi', 'en'],
      accrualPeriodicity: FREQUENCY,
      modified: publishedAt.toISOString(),
      ...(coverage.issuedAt && { issued: coverage.issuedAt.toISOString() }),
      ...timeOf(coverage),
      spatial: covered.provinces.map(({ code, name, nameEn }) => ({
        '@type': 'dct:Location',
        prefLabel: { vi: name, ...(nameEn !== null && { en: nameEn }) },
        identifier: code,
      })),
      ...rightsOf(facts),
      distribution: ofKind.map((file) => distributionOf(facts, file, title)),
    };
  });
}

/** A dataset for each published version of a framework. */
function frameworksOf(facts: CatalogFacts): Node[] {
  return facts.frameworks.map((framework) => {
    const { code, version, nameVi, nameEn, validFrom, validTo, isIllustrative } = framework;
    const title = { vi: `${nameVi} (phiên bản ${version})`, en: `${nameEn} (version ${version})` };
    return {
      '@id': `${facts.base}/catalog#framework-${encodeURIComponent(code)}-${version}`,
      '@type': 'dcat:Dataset',
      identifier: `${code}-${version}`,
      title,
      description: ownWords(
        { illustrative: isIllustrative },
        {
          vi: `Bộ tiêu chí: câu hỏi, cách tính điểm, mức độ và chỉ số đo. Nguồn: ${framework.source}.`,
          en: `A set of criteria: questions, points, levels and indicators. Source: ${framework.source}.`,
        },
      ),
      keyword: { vi: ['bộ tiêu chí', 'chuyển đổi số'], en: ['criteria', 'digital transformation'] },
      theme: [THEME],
      language: ['vi', 'en'],
      temporal: {
        '@type': 'dct:PeriodOfTime',
        startDate: validFrom,
        ...(validTo !== null && { endDate: validTo }),
      },
      ...rightsOf(facts),
      distribution: framework.files.map((file) => distributionOf(facts, file, title)),
    };
  });
}

function distributionOf({ base, licence }: CatalogFacts, file: CatalogFile, title: Text): Node {
  const { name, mediaType } = file;
  const [type = ''] = mediaType.split(';');
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const url = `${base}/exports/${name.split('/').map(encodeURIComponent).join('/')}`;
  const form = FORMS[name] ?? FORMS[ending];
  return {
    '@id': `${base}/catalog#${name.replaceAll('/', '-')}`,
    '@type': 'dcat:Distribution',
    title: { vi: `${title.vi}, ${ending}`, en: `${title.en}, ${ending}` },
    accessURL: url,
    downloadURL: url,
    mediaType: `https://www.iana.org/assignments/media-types/${type}`,
    ...(form && { conformsTo: [form] }),
    ...licenceOf(licence),
  };
}

/** What the files of an ending, or one of them, are written by. */
const FORMS: Partial<Record<string, string>> = {
  csv: 'https://www.rfc-editor.org/rfc/rfc4180',
  jsonl: 'https://jsonlines.org/',
  xlsx: 'https://www.iso.org/standard/71691.html',
  parquet: 'https://parquet.apache.org/docs/file-format/',
  'progress.json': 'https://json-stat.org/full/',
};

function timeOf({ from }: Coverage): Node {
  // Without an end: it goes on.
  return from === null ? {} : { temporal: { '@type': 'dct:PeriodOfTime', startDate: from } };
}

/** Who publishes and on which terms; what the operator has not said is said to be unknown. */
function rightsOf({ publisher, licence }: CatalogFacts): Node {
  const name = publisher ?? UNKNOWN_PUBLISHER;
  return {
    publisher: { '@type': 'foaf:Agent', name },
    ...licenceOf(licence),
    ...(licence === null && { rights: { '@type': 'dct:RightsStatement', label: UNKNOWN_LICENCE } }),
  };
}

/** A description that says of demonstration data that it is such. */
function ownWords({ illustrative }: { illustrative: boolean }, words: Text): Text {
  if (!illustrative) return words;
  return {
    vi: `${words.vi} Có dữ liệu minh hoạ, không phải số liệu thật.`,
    en: `${words.en} It contains illustrative data, which is not real.`,
  };
}
