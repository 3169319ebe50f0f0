import type { Text } from '../shared/text.js';
import { questionOf } from './criterion-check.js';
import { hundredths, scoreCriteria } from './criterion-points.js';
import type { FileProblem, FrameworkFile } from './framework-file.js';
import { kindsAsked } from './framework-reach.js';
import { scoreFramework } from './framework-score.js';
import { fullAnswer } from './full-answer.js';

/**
 * The requirements that no institution meets, whatever it answers: nothing is ever lost by a better answer, so that
 * the best ones tell. Call it for a framework whose names lead somewhere.
 */
export function outOfReach(file: FrameworkFile): FileProblem[] {
  const { level, indicators } = file;
  const combined = level?.rule === 'COMBINATION' ? level : null;
  const best = bestScores(file);
  return [
    ...(combined?.levels ?? []).flatMap((each, index) => {
      const rule = { rule: 'COMBINATION' as const, levels: [each], otherwise: -1 };
      const reached = bestScores({ ...file, level: rule }).map((score) => score.level);
      return reached.includes(each.level)
        ? []
        : [{ path: `level.levels.${index}.when`, text: NOBODY }];
    }),
    ...indicators.flatMap(({ indicator }, index) => {
      const scores = best.flatMap((score) =>
        score.indicators.filter((each) => each.indicator === indicator),
      );
      if (scores.length === 0) return [{ path: `indicators.${index}`, text: forNoKind(indicator) }];
      return scores.some(({ stage }) => stage === 'COMPLETED')
        ? []
        : [{ path: `indicators.${index}.completedWhen`, text: NOBODY }];
    }),
  ];
}

/** What each kind reaches at most, also where what cannot earn all of its points does not apply. */
function bestScores(file: FrameworkFile) {
  const best = new Map(file.questions.map((question) => [question.code, fullAnswer(question)]));
  return kindsAsked(file).flatMap((kind) => {
    const without = new Map(best);
    for (const { criterion, bearing, points } of scoreCriteria(file, kind, best))
      if (bearing === 'APPLIES' && points < hundredths(criterion.points?.maximum ?? 0))
        if (questionOf(file, criterion).mayNotApply)
          without.set(criterion.question, { doesNotApply: true });
    return [scoreFramework(file, kind, best), scoreFramework(file, kind, without)];
  });
}

const NOBODY: Text = {
  vi: 'Không ai đạt được điều này, kể cả khi mọi câu trả lời đều ở mức cao nhất: hãy xem lại điểm, thang mức và loại hình được hỏi.',
  en: 'Nobody can meet this, not even with the best answer to everything: look at the points, the scales, and the kinds that are asked.',
};

function forNoKind(code: string): Text {
  return {
    vi: `Không loại hình nào được hỏi mà chỉ số đo ${code} dành cho: hãy xem lại nhóm, loại hình của chỉ số đo và của các tiêu chí.`,
    en: `The indicator ${code} is for no kind that is asked what decides it: look at its group and kinds, and at those of the criteria.`,
  };
}
