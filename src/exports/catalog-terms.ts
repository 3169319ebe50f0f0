/** The European Union's vocabularies of themes and frequencies, which catalogues everywhere read. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
export const THEME = `${AUTHORITY}/data-theme/EDUC`;
/** Continuously updated: what is approved counts at once. */
export const FREQUENCY = `${AUTHORITY}/frequency/UPDATE_CONT`;

const inLanguages = (id: string) => ({ '@id': id, '@container': '@language' });
const address = (id: string) => ({ '@id': id, '@type': '@id' });
const addresses = (id: string) => ({ '@id': id, '@type': '@id', '@container': '@set' });

/** What the words of the catalog mean, so that nobody has to fetch it from elsewhere. */
export const CONTEXT = {
  '@version': 1.1,
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: inLanguages('dct:title'),
  description: inLanguages('dct:description'),
  keyword: inLanguages('dcat:keyword'),
  label: inLanguages('rdfs:label'),
  prefLabel: inLanguages('skos:prefLabel'),
  name: inLanguages('foaf:name'),
  identifier: 'dct:identifier',
  language: { '@id': 'dct:language', '@container': '@set' },
  issued: { '@id': 'dct:issued', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dct:modified', '@type': 'xsd:dateTime' },
  startDate: { '@id': 'dcat:startDate', '@type': 'xsd:date' },
  endDate: { '@id': 'dcat:endDate', '@type': 'xsd:date' },
  temporal: 'dct:temporal',
  spatial: { '@id': 'dct:spatial', '@container': '@set' },
  publisher: 'dct:publisher',
  license: 'dct:license',
  rights: 'dct:rights',
  theme: addresses('dcat:theme'),
  accrualPeriodicity: address('dct:accrualPeriodicity'),
  conformsTo: addresses('dct:conformsTo'),
  homepage: address('foaf:homepage'),
  dataset: { '@id': 'dcat:dataset', '@container': '@set' },
  distribution: { '@id': 'dcat:distribution', '@container': '@set' },
  accessURL: address('dcat:accessURL'),
  downloadURL: address('dcat:downloadURL'),
  mediaType: address('dcat:mediaType'),
  service: 'dcat:service',
  endpointURL: address('dcat:endpointURL'),
  endpointDescription: address('dcat:endpointDescription'),
  servesDataset: addresses('dcat:servesDataset'),
};
