import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { ImportError } from '../shared/csv.js';
import type { Text } from '../shared/text.js';
import { utf8Text } from '../shared/utf8.js';
import { isRecord } from './polygons.js';

/** A part of the file, not yet checked. */
export interface FileFeature {
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

/** Larger ones say more than a screen shows, and take the memory that the hub answers with. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The features of a GeoJSON or TopoJSON file.
 * @param layer the object of a TopoJSON file that is meant; needed where there are several.
 * @throws ImportError when the file as a whole cannot be read.
 */
export function featuresIn(content: Uint8Array, layer: string | null): FileFeature[] {
  if (content.byteLength > MOST_BYTES) throw refused('FILE_TOO_LARGE', TOO_LARGE);
  const file = jsonOf(content);
  const found = isTopology(file) ? featuresOf(file, layer) : file;
  const features = isRecord(found)
    ? found['type'] === 'FeatureCollection'
      ? found['features']
      : found['type'] === 'Feature' && [found]
    : null;
  if (!Array.isArray(features) || !features.every(isRecord)) throw refused('NOT_GEOJSON', NEITHER);
  if (features.length === 0) throw refused('FILE_EMPTY', NO_FEATURES);
  return features.map(({ properties, geometry }) => ({
    properties: isRecord(properties) ? properties : {},
    geometry,
  }));
}

function jsonOf(content: Uint8Array): unknown {
  const text = utf8Text(content);
  if (text === null) throw refused('NOT_GEOJSON', NO_UTF8);
  try {
    return JSON.parse(text);
  } catch {
    throw refused('NOT_GEOJSON', NEITHER);
  }
}

function isTopology(value: unknown): value is Topology {
  return (
    isRecord(value) &&
    value['type'] === 'Topology' &&
    Array.isArray(value['arcs']) &&
    isRecord(value['objects'])
  );
}

function featuresOf(file: Topology, layer: string | null): unknown {
  const names = Object.keys(file.objects);
  const name = layer ?? (names.length === 1 ? names[0] : undefined);
  const object = name === undefined ? undefined : file.objects[name];
  if (!object) throw refused('LAYER_UNCLEAR', whichLayer(names));
  try {
    return feature(file, object);
  } catch {
    // It reads the lines of the file as they are; a number that no line has is a mistake of the file.
    throw refused('NOT_GEOJSON', BROKEN_LINES);
  }
}

/** The name of the properties that the features have, for whoever has to name one of them. */
export function propertyNames(features: readonly FileFeature[]): string[] {
  return [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
}

/** What is wrong with the file as a whole. */
export function refused(code: string, text: Text): ImportError {
  return new ImportError([{ row: 1, column: null, value: null, code, text }]);
}

const TOO_LARGE = {
  vi: 'tệp lớn hơn 64 MB; hãy đơn giản hoá trước, chẳng hạn bằng mapshaper.org',
  en: 'the file is larger than 64 MB; simplify it first, for example with mapshaper.org',
};

const NEITHER = {
  vi: 'tệp không phải là GeoJSON (FeatureCollection) hoặc TopoJSON; hãy xuất lại từ phần mềm bản đồ',
  en: 'the file is neither a GeoJSON FeatureCollection nor TopoJSON; export it again from the program that made it',
};

const NO_UTF8 = {
  vi: 'tệp không phải là văn bản UTF-8; hãy lưu lại dưới dạng UTF-8',
  en: 'the file is not UTF-8 text; save it as UTF-8',
};

const NO_FEATURES = {
  vi: 'tệp không có hình nào',
  en: 'the file has no features',
};

const BROKEN_LINES = {
  vi: 'tệp TopoJSON bị hỏng: có hình dùng đường không có trong tệp',
  en: 'the TopoJSON file is broken: a shape uses a line that is not in the file',
};

function whichLayer(names: readonly string[]): Text {
  const list = names.join(', ');
  return {
    vi: `tệp TopoJSON có các lớp: ${list}; hãy chọn một lớp bằng --layer`,
    en: `the TopoJSON file has these layers: ${list}; choose one of them with --layer`,
  };
}
