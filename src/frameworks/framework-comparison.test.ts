import { expect, test } from '@jest/globals';
import { itemAt } from '../shared/required.js';
import { editedFramework } from './edited-framework.fixture.js';
import { compareFrameworks } from './framework-comparison.js';

/** The differences of the example after changes, in short. */
function changesBy(changes: Record<string, unknown>) {
  return compareFrameworks(editedFramework(), editedFramework(changes)).map((change) => [
    change.kind,
    change.code,
    change.before?.vi ?? null,
    change.after?.vi ?? null,
  ]);
}

const textOf = (index: number) => itemAt(editedFramework().questions, index).text.vi;

test('a framework does not differ from itself', () => {
  expect(changesBy({})).toEqual([]);
});

test('a criterion that was added, and one that was dropped', () => {
  expect(changesBy({ 'criteria.6.code': '2.4' })).toEqual([
    ['ADDED', '2.4', null, textOf(5)],
    ['DROPPED', '2.3', textOf(5), null],
  ]);
});

test('a question that was reworded, with other guidance', () => {
  expect(
    changesBy({
      'questions.0.text.vi': 'Hỏi khác',
      'questions.0.guidance': { vi: 'Cách trả lời', en: 'How' },
    }),
  ).toEqual([
    ['REWORDED', '1.1', textOf(0), 'Hỏi khác'],
    ['REWORDED', '1.1', null, 'Cách trả lời'],
  ]);
});

test('another form of answer', () => {
  expect(changesBy({ 'questions.0.answer': { kind: 'TEXT' } })).toEqual([
    ['ANSWER_CHANGED', '1.1', 'Có hoặc không', 'Trả lời bằng lời'],
  ]);
});

test('points: their maximum, their bands, and whether there are any', () => {
  expect(
    changesBy({
      'criteria.1.points.maximum': 50.5,
      'criteria.2.points.bands.0.from': 12,
      'criteria.5.points': undefined,
    }),
  ).toEqual([
    ['POINTS_CHANGED', '1.2', 'Tối đa 60 điểm, theo tỷ lệ', 'Tối đa 50,5 điểm, theo tỷ lệ'],
    [
      'POINTS_CHANGED',
      '1.3',
      'từ 1: 10 điểm; từ 20: 25 điểm; từ 50: 40 điểm',
      'từ 12: 10 điểm; từ 20: 25 điểm; từ 50: 40 điểm',
    ],
    ['POINTS_CHANGED', '2.2', 'Tối đa 60 điểm', 'Không tính điểm'],
  ]);
});

test('the kinds that are asked', () => {
  const asked = (...kinds: string[]) => editedFramework({ 'criteria.0.kinds': kinds });

  expect(
    compareFrameworks(
      asked('LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL'),
      asked('PRIMARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL'),
    ),
  ).toEqual([
    {
      kind: 'KINDS_CHANGED',
      code: '1.1',
      before: null,
      after: null,
      addedKinds: ['PRIMARY_SCHOOL'],
      droppedKinds: ['LOWER_SECONDARY_SCHOOL'],
    },
  ]);
});

test('conditions and evidence', () => {
  expect(changesBy({ 'criteria.0.condition': false, 'criteria.0.evidence': 'NONE' })).toEqual([
    [
      'RULES_CHANGED',
      '1.1',
      expect.stringMatching(/; là điều kiện bắt buộc đạt; cần minh chứng$/),
      expect.stringMatching(/; không nhận minh chứng$/),
    ],
  ]);
});

test('the levels of sections and of the whole, and what is decided', () => {
  const [first, second] = editedFramework().indicators;

  expect(
    changesBy({
      'sections.0.maximum': 110,
      level: undefined,
      indicators: [{ ...first, completedWhen: { criterion: '1.1' } }, second],
    }),
  ).toEqual([
    ['LEVELS_CHANGED', '1', expect.stringContaining(': 100 điểm'), expect.stringContaining('110')],
    ['LEVELS_CHANGED', null, null, null],
    ['INDICATORS_CHANGED', 'OPEN_LEARNING_RESOURCES', 'Kho học liệu số mở', 'Kho học liệu số mở'],
    ['INDICATORS_CHANGED', 'example-level-2', expect.any(String), null],
  ]);
});
